"""签字: the chair or the recorder signs, after a code sent to their phone was right."""

from __future__ import annotations

import hmac
from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.casework.minutes import opened_minutes
from council.casework.signing import put_signature
from council.enums.minutes import MinutesAct, SignatureWay
from council.minutes.rules import holder_of
from council.models import Meeting, Signature
from council.refusals import NotYours, Stale


def sign(meeting: Meeting, *, actor: User, now: datetime, digest: str) -> None:
    """`digest` is of the text for which the code was asked: another text is not signed by it.

    Whoever calls it has checked the code (`council.views.signing`). Raises Stale where the text
    was corrected since. Whoever has signed this text already has signed it.
    """
    with transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        theirs = Signature.objects.filter(version__meeting=meeting, person=actor, digest=digest)
        if not theirs.exists():
            _sign(meeting, actor, now, digest)


def _sign(meeting: Meeting, actor: User, now: datetime, digest: str) -> None:
    with opened_minutes(meeting, MinutesAct.SIGN, actor=actor, now=now) as case:
        version = case.newest
        holder = holder_of(case.viewer, case.minutes.facts)
        if holder is None:
            raise NotYours
        if not hmac.compare_digest(case.minutes.digest_of(version), digest):
            raise Stale(case.meeting.version)
        put_signature(case, version, holder, actor, SignatureWay.CODE)
