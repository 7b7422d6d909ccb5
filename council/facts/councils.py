"""What rules ask of a council."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFacts:
    """`community_path` is that of the community of a grid's council, otherwise its own."""

    council_id: int
    path: str
    community_path: str
    active: bool
