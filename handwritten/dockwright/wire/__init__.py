"""Bytes in, events out: the wire formats of the Engine API, each read in exactly one module.

A reader takes chunks of any size with ``feed()`` and gives whatever became complete; what it gives does not depend on
how the bytes were cut. ``close()`` states that the input ended, and raises ``TruncatedStream`` when it ended too early.
Readers know no socket, no clock and no event loop.
"""
