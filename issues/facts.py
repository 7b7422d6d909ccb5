"""What a rule needs to know of an issue, without the database."""

from __future__ import annotations

from dataclasses import dataclass

from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level


@dataclass(frozen=True, slots=True)
class HoldingBody:
    """A body that has the issue, or had it before, as lead or joint."""

    body_id: int
    kind: str
    path: str
    general_office: bool
    received: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """An issue as `rules` sees it at one moment."""

    stage: Stage
    level: Level
    matter_class: str
    visibility: Visibility
    is_dispute: bool
    reporter_id: int | None
    first_receiver_id: int | None
    grid_path: str
    community_path: str
    street_path: str
    lead: HoldingBody | None
    joints: tuple[HoldingBody, ...] = ()
    # Bodies that had it before: they may still read what they once worked on, and act no more.
    earlier: tuple[HoldingBody, ...] = ()
    # Who reported the result that now waits, and whether it waits to be checked on the spot.
    delivered_by: int | None = None
    awaits_verification: bool = False
    findings: int = 0
    # Talks; several resolutions of one sitting count as one.
    deliberations: int = 0
    # Resolutions that were adopted with a quorum.
    resolutions: int = 0
    # What the last decision of a sitting left to the owners and to the residents' assembly.
    owners_note: str = ""
    assembly_note: str = ""
    # What the last resolution asks of the lead; empty once that lead has left.
    asked: str = ""
    call_backs: int = 0
    # The resident asked that it stays private.
    private_wish: bool = False
    # Something was added since it was last checked for the public.
    additions_wait: bool = False
    # Who raised what was merged into it: they follow it to its end, whoever else may read it.
    merged_reporters: frozenset[int] = frozenset()
