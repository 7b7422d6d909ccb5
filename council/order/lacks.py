"""What a matter must have before a sitting can do something with it."""

from __future__ import annotations

from council.enums.agenda import Lack

# 先调查，后协商: classes of which somebody looks on the spot before they are talked over.
LOOKED_INTO_FIRST = frozenset({"hard", "major"})


def lacks(*, matter_class: str, findings: int, is_public: bool, is_open: bool) -> list[Lack]:
    """In the order in which they stand in the way."""
    found = {
        Lack.NOT_PUBLIC: not is_public,
        Lack.ENDED: not is_open,
        Lack.CLASS: not matter_class,
        Lack.FINDING: matter_class in LOOKED_INTO_FIRST and not findings,
    }
    return [lack for lack, is_there in found.items() if is_there]
