"""`make bench`: what the product can carry, measured the same way each time.

A measurement is a file of this folder with a `measure() -> Iterator[str]`: it makes its own
data on the servers of the run and yields the lines of its result, which are Markdown.
`make bench ARGS=sweep` runs one, `make bench` all; `make bench ARGS="desks --write"` keeps the
result in `docs/benchmarks.md`.
"""
