"""What cookies of ours may hold."""

from __future__ import annotations

from collections.abc import Mapping


def with_signs_that_show(cookies: Mapping[str, str]) -> dict[str, str]:
    """Those that a browser may have of us.

    It may write any byte into one by its octal number, and the database looks for none with a NUL.
    """
    return {name: value for name, value in cookies.items() if value.isprintable()}
