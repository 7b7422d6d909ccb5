"""议事会作出决定: a talk at a sitting, with what was resolved and what follows for the matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.words import as_stored
from acting.refusals import Refused
from acting.storable import storable_text
from grids.actions.record_and_tell import RecordedAndTold
from grids.queries.standing import standing_of
from issues.casework import deadlines
from issues.casework.asks import asked_of
from issues.casework.case import Case
from issues.casework.mandated import mandated, of_sitting, sitting_body
from issues.casework.moving_up import move_up
from issues.casework.own_hand import agreed_as_result, may_push_up, may_settle
from issues.casework.putting_off import put_off
from issues.casework.settling import settle_here
from issues.casework.stage import move_to
from issues.casework.talks import talk_held
from issues.casework.tell import tell_body, tell_followers
from issues.duties import may_still_talk, why_not_asked
from issues.enums.activity import CouncilAsks, DeliberationKind
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import Stage
from issues.enums.turns import TurnCause
from issues.inputs import Ruling, Talk
from issues.mandate import Mandate, SittingAct
from issues.models import Deliberation, Issue
from issues.refusals import WrongStage
from issues.resolution_words import reason_from, tried_from

RECORDED = ("said", "agreed", "dissent", "owners_note", "assembly_note")


@transaction.atomic
def decide(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    mandate: Mandate,
    talk: Talk,
    ruling: Ruling,
    into: RecordedAndTold | None = None,
) -> Deliberation:
    """Write down the talk of a sitting, and what it came to.

    `talk.agreed` is the text of the motion, `talk.dissent` what the minority says; names stay
    with the sitting. What a resolution asks of the body that has the matter is done at once where
    `actor` may do it in that body's name; otherwise it becomes that body's next act.
    """
    talk = replace(talk, kind=DeliberationKind.SITTING, participants="", quorate=ruling.quorate)
    asks = ruling.asks
    given: dict[str, Any] = {"actor": actor, "now": now, "mandate": mandate, "into": into}
    with mandated(issue, SittingAct.DECIDE, **given) as case:
        _check(case, talk, ruling)
        if asks is not None:
            case.standing = standing_of(actor, now=now)
        goes_up = asks == CouncilAsks.PUSH_UP and may_push_up(case, mandate)
        held = talk_held(case, actor, talk, body=sitting_body(case, mandate))
        held.sitting, held.resolved = mandate.sitting, ruling.resolved
        held.owners_note = storable_text(ruling.owners_note, Deliberation, "owners_note")
        held.assembly_note = storable_text(ruling.assembly_note, Deliberation, "assembly_note")
        if asks is not None:
            held.asks, held.asked_of = asks, case.lead
        _tell(case, held, mandate)
        deadlines.meet(case, DeadlineKind.AGENDA, turn=case.lead, at=held.held_at)
        if case.issue.stage == Stage.INVESTIGATE:
            move_to(case, Stage.DELIBERATE)
        if asks == CouncilAsks.SETTLE and may_settle(case):
            settle_here(case, agreed_as_result(talk), actor=actor)
        elif goes_up:
            move_up(case, TurnCause.RESOLUTION, reason=reason_from(held), tried=tried_from(held))
        elif asks is not None:
            tell_body(
                case,
                case.lead.body,
                "council_asks",
                asks=asks.value,
                said=held.agreed,
                calls_for=asked_of(case.lead, DeadlineKind.RESOLVE),
            )
        if ruling.until is not None:
            put_off(case, mandate, ruling.until)
    return held


def _check(case: Case, talk: Talk, ruling: Ruling) -> None:
    if not may_still_talk(case.facts):
        raise WrongStage
    if ruling.resolved is not None and not as_stored(talk.agreed):
        raise Refused(_("Write down what was put to the council."), field="agreed")
    if not as_stored(talk.said + talk.agreed):
        raise Refused(_("Write down what was said or agreed."), field="said")
    if ruling.asks is not None:
        _check_asks(case, ruling.asks, adopted=bool(ruling.resolved))


def _check_asks(case: Case, asks: CouncilAsks, *, adopted: bool) -> None:
    if not adopted:
        raise Refused(_("Only a resolution that was adopted asks anything of others."))
    why = why_not_asked(asks, matter_class=case.issue.matter_class, level=case.issue.level)
    if why:
        raise Refused(why)


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
    said = held.agreed or held.said
    tell_followers(case, "decided", sms=sms, result=result, said=said)
    tell_body(case, case.lead.body, "decided", result=result, said=said)
