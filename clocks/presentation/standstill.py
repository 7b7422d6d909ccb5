"""The line for whoever answers for the place while the engine stands still."""

from __future__ import annotations

from django.utils.translation import gettext as _

from clocks.queries.looks import looks
from clocks.words import when_words


def standstill_words() -> str:
    """Since when, and whether the watch looks in its place; "" while the engine looks."""
    seen = looks()
    if not seen.engine_stands_still:
        return ""
    when = when_words(seen.engine_at, seen.now)
    if seen.watch_stands_still:
        return _(
            "Since {when} nobody has looked at what is due: no clock runs out, and no message "
            "leaves. Call whoever looks after the machine."
        ).format(when=when)
    return _(
        "Since {when} the engine stands still. The watch looks in its place, so clocks and "
        "messages go on. Tell whoever looks after the machine."
    ).format(when=when)
