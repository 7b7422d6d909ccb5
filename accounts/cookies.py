"""What cookies of ours may hold."""

from __future__ import annotations

from collections.abc import Mapping


def with_signs_that_show(cookies: Mapping[str, str]) -> dict[str, str]:
    """The cookies that can be ours: none of ours holds a character that shows nothing.

    A browser may write any byte into a cookie by its octal number. A NUL would reach the database,
    which refuses to look for it.
    """
    return {name: value for name, value in cookies.items() if value.isprintable()}
