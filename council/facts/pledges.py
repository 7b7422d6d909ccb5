"""What rules ask of what a body was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.decisions import PledgeState


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    body_id: int | None
    state: PledgeState
