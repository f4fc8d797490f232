"""What dockwright costs, beside the newest aiodocker and docker-py: ``python -m benchmarks``.

A canned engine answers in a process of its own. Each contestant works in a process of its own too, with nothing else
imported, and takes turns with its peer; a line of the table is the median of its rounds. ``docs/benchmarks.md`` says
what each line means.
"""
