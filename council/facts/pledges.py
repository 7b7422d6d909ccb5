"""What rules ask of what a body was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.decisions import PledgeState


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    body_id: int | None
    # The street whose general office the body is; None for every other body.
    street_id: int | None = None
    state: PledgeState
