"""What rules ask of what a body was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.decisions import PledgeState
from issues.enums.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    """`stage` is of its matter; None where the item is about none."""

    body_id: int | None
    # The street whose general office the body is; None for every other body.
    street_id: int | None = None
    state: PledgeState
    stage: Stage | None
    # The body has a part in the matter now, or had one.
    has_part: bool = False
    had_part: bool = False
    # Of this place: it takes part once it promises.
    may_join: bool = True
    # The day until which it was asked for is over.
    is_past: bool = False
