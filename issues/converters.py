"""The number of a matter in an address, in any case and width, with or without its noughts."""

from __future__ import annotations

from issues.references import as_written


class ReferenceConverter:
    """What names no matter stays as it is, and finds none."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        return as_written(value)

    def to_url(self, value: str) -> str:
        return value
