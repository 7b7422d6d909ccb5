"""Parts of a screen, and the places in them where others stand.

A place is an element with `data-part` and nothing in it. What stands there is sent apart, so that
neither is sent again because the other changed; the same part may stand at several places. A list
to choose from leaves out there whom its place names in `data-except`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

EXCEPT = re.compile(r'data-except="([^"]*)"')
OPTION = re.compile(r'<option value="([^"]*)"[^>]*>[^<]*</option>')
PLACE = re.compile(r'(data-part="([^"]+)"[^>]*>)(?=</)')


def filled(parts: Mapping[str, str]) -> dict[str, str]:
    """As a page shows them that no script completes."""

    def fill(found: re.Match[str]) -> str:
        return found[1] + _without(_except(found[1]), PLACE.sub(fill, parts.get(found[2], "")))

    return {name: PLACE.sub(fill, html) for name, html in parts.items()}


def _except(place: str) -> frozenset[str]:
    found = EXCEPT.search(place)
    return frozenset(found[1].split()) if found else frozenset()


def _without(names: frozenset[str], html: str) -> str:
    return OPTION.sub(lambda found: "" if found[1] in names else found[0], html) if names else html
