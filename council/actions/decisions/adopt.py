"""What the council decided on an item is written down, and acts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.effects import carry_out
from council.casework.items import item_that_is_on
from council.casework.motions import main_motion
from council.casework.public_words import spoken_text
from council.casework.table import TableCase, opened_table
from council.enums.decisions import CARRIED_OUT, OF_A_MATTER, Effect
from council.enums.table import TableAct
from council.inputs import ItemDecision, Sent
from council.models import Meeting, Resolution, Vote


def adopt(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    uid: UUID,
    item: UUID,
    decision: ItemDecision,
) -> None:
    """With the result of the last vote; without one only what a family agreed on.

    A major matter needs a vote with a quorum. What it means for the matter happens with it.
    """
    with opened_table(meeting, TableAct.ADOPT, actor=actor, now=now, sent=sent) as case:
        row = item_that_is_on(case, item)
        vote = case.state.decisive_vote(row)
        if row.issue_id is None and decision.effect in OF_A_MATTER:
            sentence = _("This item is about no matter: nothing of it goes to the level above.")
            raise Refused(sentence, field="effect")
        _check(case, vote, decision)
        text = vote.motion.text if vote else decision.text
        missing = _("Write down what was decided.")
        resolution = Resolution(
            uid=uid,
            item=row,
            vote=vote,
            text=spoken_text(text, Resolution, "text", missing=missing),
            # Without a vote all agreed.
            adopted=vote is None or bool(vote.adopted),
            quorate=bool(vote.quorate) if vote else case.state.quorum.is_there,
            effect=decision.effect,
            minority=spoken_text(decision.minority, Resolution, "minority"),
            owners_note=spoken_text(decision.owners_note, Resolution, "owners_note"),
            assembly_note=spoken_text(decision.assembly_note, Resolution, "assembly_note"),
            postponed_to=decision.postponed_to if decision.effect == Effect.POSTPONE else None,
            at=case.at,
        )
        case.parameters = {"item": str(item), "resolution": str(uid), "effect": decision.effect}
        case.record(
            "resolved",
            {
                "adopted": resolution.adopted,
                "quorate": resolution.quorate,
                "effect": decision.effect,
                "voted": vote is not None,
            },
        )
        case.beside.append(resolution)
        carry_out(case, resolution)


def _check(case: TableCase, vote: Vote | None, decision: ItemDecision) -> None:
    if main_motion(case) is not None:
        raise Refused(_("A motion is on the table: vote on it, or take it back first."))
    if case.facts.item_is_major:
        _check_major(vote)
    if vote is None and case.facts.keeps_rules:
        raise Refused(_("By the rules of order a decision needs a vote."), field="effect")
    rejected = vote is not None and not vote.adopted
    if rejected and decision.effect in CARRIED_OUT:
        raise Refused(_("It was rejected: nothing of it is carried out."), field="effect")
    if decision.effect == Effect.POSTPONE:
        _check_day(case, decision)


def _check_major(vote: Vote | None) -> None:
    if vote is None:
        raise Refused(_("A major matter is decided by a vote."), field="effect")
    if vote.adopted and not vote.quorate:
        sentence = _("Too few were left when this vote closed: vote on it once more.")
        raise Refused(sentence, field="effect")


def _check_day(case: TableCase, decision: ItemDecision) -> None:
    if decision.postponed_to is None or decision.postponed_to <= timezone.localdate(case.now):
        raise Refused(_("Say on which day it comes up again."), field="postponed_to")
