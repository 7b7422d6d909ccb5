"""记录本人意愿: the staff write down that the person agrees, also one without a phone."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.actions.members.make_known import make_known
from council.casework.candidacy import opened_candidacy
from council.enums.members import CANDIDACY_RUNNING, CandidacyAct, ConsentWay
from council.models import Candidacy


def note_consent(
    candidacy: Candidacy,
    *,
    actor: User,
    now: datetime,
    way: ConsentWay,
    phone: str = "",
    seen: int | None = None,
) -> Candidacy:
    """`phone` is E.164, empty for somebody who has none: they are known by name then."""
    with opened_candidacy(
        candidacy, CandidacyAct.NOTE_CONSENT, actor=actor, now=now, seen=seen
    ) as case:
        row = case.candidacy
        if way == ConsentWay.HERE:
            raise Refused(_("Only the person agrees here by their own hand."), field="way")
        row.person = row.person or make_known(row.name, phone=phone, now=now)
        if _stands_already(row):
            raise Refused(_("This person stands for this council already."), field="phone")
        if row.person_id == actor.pk:
            raise Refused(_("This is your own number. Ask the person for theirs."), field="phone")
        row.consent_way, row.consent_at, row.consent_by = way, now, actor
        case.record("consented", {"candidacy": str(row.uid), "way": way})
        case.tell_people([row.person_id], "you_stand")
        return row


def _stands_already(candidacy: Candidacy) -> bool:
    others = Candidacy.objects.filter(
        council=candidacy.council_id, person=candidacy.person_id, state__in=CANDIDACY_RUNNING
    )
    return others.exclude(pk=candidacy.pk).exists()
