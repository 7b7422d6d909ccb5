"""Minutes: that there are some, and that what was signed is what stands there and in the record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.db.models import Exists, OuterRef

from council.enums.meetings import MEETING_HELD, MeetingState
from council.minutes.sections import digest_of
from council.models import Meeting, MinutesName, MinutesVersion, Signature
from council.queries.minutes import is_signed, text_of
from council.queries.soundness.check import Check, sittings
from ledger.models import Entry

SIGNED = (MeetingState.SIGNED, MeetingState.PUBLISHED)
RECORDED = "council.minutes_signed"


def _unwritten(now: datetime) -> list[str]:
    rows = Meeting.objects.filter(state__in=MEETING_HELD, rehearsal=False)
    return sittings(rows.exclude(Exists(MinutesVersion.objects.filter(meeting=OuterRef("pk")))))


def _unsigned(now: datetime) -> list[str]:
    rows = MinutesVersion.objects.filter(meeting__state__in=SIGNED, corrects=None)
    rows = rows.order_by("meeting", "number").select_related("meeting")
    versions = rows.prefetch_related("signatures")
    newest = {version.meeting_id: version for version in versions}
    keys = [key for key, version in newest.items() if not is_signed(version)]
    return sittings(Meeting.objects.filter(pk__in=keys))


def _otherwise_signed(now: datetime) -> list[str]:
    """Computed again from the text as it stands; names that were erased stay as digests."""
    return _of_signatures(
        one for rows in _by_sitting() for one, text in rows if one.digest != digest_of(text)
    )


def _otherwise_recorded(now: datetime) -> list[str]:
    return _of_signatures(
        one for rows in _by_sitting() for one, _text in rows if one.digest not in _recorded(one)
    )


def _by_sitting() -> Iterable[list[tuple[Signature, bytes]]]:
    """Each signature with the text that it signs; the names of a sitting are read once."""
    rows = Signature.objects.select_related("version__meeting", "version__corrects")
    ordered = rows.order_by("version__meeting", "pk").iterator(chunk_size=200)
    for meeting, signatures in groupby(ordered, key=lambda one: one.version.meeting_id):
        names = list(MinutesName.objects.filter(meeting=meeting).order_by("number"))
        yield [(one, text_of(one.version, names)) for one in signatures]


def _recorded(signature: Signature) -> set[str]:
    stream = signature.version.meeting.stream
    bodies = Entry.objects.filter(stream__name=stream, kind=RECORDED).values_list("body", flat=True)
    return {json.loads(bytes(body))["parameters"]["sha256"] for body in bodies}


def _of_signatures(found: Iterable[Signature]) -> list[str]:
    keys = {signature.version.meeting_id for signature in found}
    return sittings(Meeting.objects.filter(pk__in=keys))


MINUTES = (
    Check("was held, but there are no minutes of it", _unwritten),
    Check("has minutes that are called signed, but a signature is missing", _unsigned),
    Check("has minutes that are not what was signed: the digest does not match", _otherwise_signed),
    Check("has a signature whose digest the record does not hold", _otherwise_recorded),
)
