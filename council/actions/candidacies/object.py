"""提异议: a neighbour says why this person should not sit; only the staff read it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from council.casework.asks import answer_to
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct
from council.models import Candidacy, Objection
from council.refusals import WrongState


def object_to(
    candidacy: Candidacy, *, actor: User, now: datetime, text: str, seen: int | None = None
) -> Candidacy:
    """While the name is posted, once a person; `seen` is not looked at, others may object too."""
    with opened_candidacy(candidacy, CandidacyAct.OBJECT, actor=actor, now=now) as case:
        row = case.candidacy
        if case.facts.posting_is_over:
            raise WrongState(_("The time for objections is over."))
        if case.facts.objected_by_viewer:
            raise Refused(_("You have objected already; the staff answer you."))
        said = storable_text(text, Objection, "text", missing=_("Please write a sentence here."))
        objection = Objection.objects.create(candidacy=row, by=actor, at=now, text=said)
        case.record("objected", {"objection": str(objection.uid)}, inside=True)
        calls_for = answer_to(objection.uid)
        case.tell_staff("objected", key=objection.uid, calls_for=calls_for)
        return row
