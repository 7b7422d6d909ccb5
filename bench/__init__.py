"""`make bench` measures what the product can carry, in the same way each time.

A measurement is a file of this folder with a function `measure() -> Iterator[str]`. It creates
its own data on the servers of the run and yields the lines of its result, in Markdown.
`make bench ARGS=sweep` runs one, `make bench` all; `make bench ARGS="desks --write"` keeps the
result in `docs/benchmarks.md`. What has a folder is a command of its own: `make hostile-hour`.
"""
