"""答复异议: nobody is confirmed while an objection waits for its answer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.asks import answer_to
from council.casework.candidacy import opened_candidacy
from council.casework.public_words import spoken_text
from council.enums.members import CandidacyAct
from council.models import Candidacy, Objection


def answer_objection(
    candidacy: Candidacy,
    *,
    actor: User,
    now: datetime,
    objection: UUID,
    answer: str,
    seen: int | None = None,
) -> Candidacy:
    """Told to whoever objected. `objection` is the public number of one that waits."""
    with opened_candidacy(
        candidacy, CandidacyAct.ANSWER_OBJECTION, actor=actor, now=now, seen=seen
    ) as case:
        waiting = Objection.objects.filter(candidacy=case.candidacy, answered_at=None)
        row = waiting.filter(uid=objection).first()
        if row is None:
            raise Refused(_("This objection has been answered already."), field="objection")
        missing = _("Please write a sentence here.")
        row.answer = spoken_text(answer, Objection, "answer", missing=missing)
        row.answered_by, row.answered_at = actor, now
        row.save()
        case.done(answer_to(row.uid))
        case.record("objection_answered", {"objection": str(row.uid)}, inside=True)
        case.tell_people([row.by_id], "objection_answered", key=row.uid, said=row.answer)
        return case.candidacy
