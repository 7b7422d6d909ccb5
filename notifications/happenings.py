"""What other apps note for pages that stand open: at which place something changed.

A place is what one page shows: a body's desk, what of a community everybody reads, what is a
person's own, one matter, one council. Names only; who may read a place is asked by its page.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from notifications.enums import What


@dataclass(frozen=True, slots=True)
class NewHappening:
    place: str
    what: What
    subject: UUID


def desk_place(body_id: int) -> str:
    return f"desk:{body_id}"


def public_place(community_id: int) -> str:
    return f"public:{community_id}"


def person_place(person_id: int) -> str:
    return f"person:{person_id}"


def thing_place(uid: UUID) -> str:
    """A matter or a sitting, with a page of its own."""
    return f"thing:{uid}"


def council_place(council_id: int) -> str:
    return f"council:{council_id}"
