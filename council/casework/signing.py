"""A signature under a version of the minutes, and what follows when both are there."""

from __future__ import annotations

from accounts.models import User
from accounts.security_log import Kind, note_once_done
from council.casework.asks import SIGN
from council.casework.meeting import move_to
from council.casework.minutes import MinutesCase, want_paper
from council.enums.meetings import MeetingState
from council.enums.minutes import SignatureWay
from council.enums.votes import KeyHolder
from council.models import MinutesVersion, Signature


def put_signature(
    case: MinutesCase, version: MinutesVersion, holder: KeyHolder, person: User, way: SignatureWay
) -> None:
    """Its digest goes into the record, in the act's own transaction."""
    digest = case.minutes.digest_of(version)
    Signature.objects.create(
        version=version, person=person, holder=holder, way=way, digest=digest, at=case.now
    )
    case.record(
        "minutes_signed",
        {"as": holder.value, "sha256": digest, "version": version.number, "way": way.value},
    )
    note_once_done(
        Kind.MINUTES_SIGNED,
        person=None if case.actor is None else case.actor.pk,
        of=person.pk,
        sitting=case.meeting.pk,
        version=version.number,
        way=way.value,
    )
    want_paper(case.meeting, now=case.now)
    signed = Signature.objects.filter(version=version).values_list("holder", flat=True)
    if not set(signed) >= case.minutes.facts.signers:
        return
    case.done(SIGN)
    if case.meeting.state == MeetingState.MINUTED:
        move_to(case.meeting, MeetingState.SIGNED)
