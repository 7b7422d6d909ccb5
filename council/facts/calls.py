"""What rules ask of a call for ideas."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.calls import CallState
from council.facts.councils import CouncilFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    council: CouncilFacts
    state: CallState
