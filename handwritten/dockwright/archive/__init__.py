"""Tar archives, written and read as streams: in constant memory, from disk and to disk, never over a network.

Writing gives an iterator of bytes, reading takes one; who moves the bytes, and in which colour, is not decided here.
"""
