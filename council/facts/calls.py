"""What rules ask of a call for ideas."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.calls import CallState
from council.facts.councils import CouncilFacts
from issues.enums.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaFacts:
    """`stage` is of its matter."""

    is_public: bool
    is_chosen: bool
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """`idea` is the one that is asked about, if any."""

    council: CouncilFacts
    state: CallState
    idea: IdeaFacts | None = None
