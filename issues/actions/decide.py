"""议事会作出决定: a talk at a sitting, with what was resolved and what follows for the matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.actions.push_up import push_up
from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.mandated import mandated, of_sitting, sitting_body
from issues.casework.own_hand import agreed_as_result, may_push_up, may_settle
from issues.casework.settling import settle_here
from issues.casework.stage import move_to
from issues.casework.talks import talk_held
from issues.casework.tell import tell_body, tell_followers
from issues.duties import may_still_talk
from issues.enums import CouncilAsks, DeadlineKind, DeliberationKind, Level, MatterClass, Stage
from issues.inputs import Talk
from issues.mandate import Mandate, SittingAct
from issues.models import Deliberation, Issue
from issues.refusals import WrongStage
from issues.resolution_words import reason_from, tried_from

SETTLED = frozenset({MatterClass.SMALL, MatterClass.URGENT})
RECORDED = ("said", "agreed", "dissent", "owners_note", "assembly_note")


@transaction.atomic
def decide(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    mandate: Mandate,
    talk: Talk,
    resolved: bool | None,
    quorate: bool,
    owners_note: str = "",
    assembly_note: str = "",
    asks: CouncilAsks | None = None,
) -> Deliberation:
    """Write down the talk of a sitting; `resolved` is None where nothing was put to the vote.

    `talk.agreed` is the text of the motion, `talk.dissent` what the minority says; names stay
    with the sitting. What a resolution `asks` of the body that has the matter is done at once
    where `actor` may do it in that body's name; otherwise it becomes that body's next act.
    """
    talk = replace(talk, kind=DeliberationKind.SITTING, participants="", quorate=quorate)
    with mandated(issue, SittingAct.DECIDE, actor=actor, now=now, mandate=mandate) as case:
        _check(case, talk, resolved=resolved, asks=asks)
        goes_up = asks == CouncilAsks.PUSH_UP and may_push_up(case, mandate)
        held = talk_held(case, actor, talk, body=sitting_body(case, mandate))
        held.sitting, held.resolved = mandate.sitting, resolved
        held.owners_note = storable_text(owners_note, Deliberation, "owners_note")
        held.assembly_note = storable_text(assembly_note, Deliberation, "assembly_note")
        if asks is not None:
            held.asks, held.asked_of = asks, case.lead
        _tell(case, held, mandate)
        deadlines.meet(case, DeadlineKind.AGENDA, turn=case.lead, at=held.held_at)
        if case.issue.stage == Stage.INVESTIGATE:
            move_to(case, Stage.DELIBERATE)
        if asks == CouncilAsks.SETTLE and may_settle(case):
            settle_here(case, agreed_as_result(talk), actor=actor)
        elif asks is not None and not goes_up:
            tell_body(case, case.lead.body, "council_asks", asks=asks.value)
    if goes_up:
        reason, tried = reason_from(held), tried_from(held)
        push_up(issue, actor=actor, now=now, reason=reason, tried=tried)
    return held


def _check(case: Case, talk: Talk, *, resolved: bool | None, asks: CouncilAsks | None) -> None:
    if not may_still_talk(case.facts):
        raise WrongStage
    if resolved is not None and not talk.agreed.strip():
        raise Refused(_("Write down what was put to the council."), field="agreed")
    if not (talk.said.strip() or talk.agreed.strip()):
        raise Refused(_("Write down what was said or agreed."), field="said")
    if asks is not None:
        _check_asks(case, asks, adopted=bool(resolved))


def _check_asks(case: Case, asks: CouncilAsks, *, adopted: bool) -> None:
    if not adopted:
        raise Refused(_("Only a resolution that was adopted asks anything of others."))
    if asks == CouncilAsks.SETTLE and case.issue.matter_class not in SETTLED:
        raise Refused(_("Only small and urgent matters are settled on the spot."))
    if asks == CouncilAsks.PUSH_UP and case.issue.level == Level.DEPARTMENT:
        raise Refused(_("It is with the departments already."))


def _tell(case: Case, held: Deliberation, mandate: Mandate) -> None:
    result = {None: "", True: "adopted", False: "rejected"}[held.resolved]
    told = {"heads": held.head_count, "quorate": held.quorate, "asks": held.asks}
    case.record(
        "decided",
        {"result": result, **told, **of_sitting(case, mandate)},
        texts={name: getattr(held, name) for name in RECORDED},
        happened_at=held.held_at,
    )
    sms = held.resolved is not None
    tell_followers(case, "decided", sms=sms, result=result)
    tell_body(case, case.lead.body, "decided", result=result)
