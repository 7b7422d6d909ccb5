"""Parts of a screen, and the places in them where others stand.

A place is an element with `data-part` and nothing in it. What stands there is sent apart, so that
neither is sent again because the other changed; the same part may stand at several places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACE = re.compile(r'(data-part="([^"]+)"[^>]*>)(?=</)')


def filled(parts: Mapping[str, str]) -> dict[str, str]:
    """As a page shows them that no script completes."""

    def fill(found: re.Match[str]) -> str:
        return found[1] + PLACE.sub(fill, parts.get(found[2], ""))

    return {name: PLACE.sub(fill, html) for name, html in parts.items()}
