"""What notices of councils call for. Once anybody has done it, they all count as read."""

from __future__ import annotations

from uuid import UUID

# The next step on the way to a seat, by the community's staff.
STEP = "step"
# The answer to any objection; `answer_to` names a single one.
ANSWER = "answer"
# To come to a sitting: over once it was held, moved, recalled or cancelled.
COME = "come"
# A signature under minutes.
SIGN = "sign"


def answer_to(objection: UUID) -> str:
    return f"{ANSWER}/{objection}"


def pledge_of(uid: UUID) -> str:
    """What a body says to what the sitting asks of it."""
    return f"pledge/{uid}"
