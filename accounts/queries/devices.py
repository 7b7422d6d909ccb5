"""Where a person is signed in now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.sessions.models import Session
from django.db.models import Q

from accounts.models import Device, User
from accounts.presence import KEY

# A list of more is of no use to anybody; signing out everywhere ends them all.
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedInDevice:
    number: int
    name: str
    network: str
    signed_in_at: datetime
    seen_at: datetime
    is_here: bool


def devices_of(person: User, *, here: str, now: datetime) -> list[SignedInDevice]:
    """The one with the session's key `here` first, then those that were used last.

    Of very many those that signed in last. When each was used stands in its session, so no page
    has to write it elsewhere.
    """
    rows = Device.objects.filter(person=person).annotate(is_here=Q(session_key=here))
    devices = {row.session_key: row for row in rows.order_by("-is_here", "-signed_in_at")[:MOST]}
    sessions = Session.objects.filter(pk__in=devices, expire_date__gt=now)
    found = [_device(devices[row.pk], row, is_here=row.pk == here) for row in sessions]
    return sorted(found, key=lambda one: (not one.is_here, -one.seen_at.timestamp()))


def session_of(number: int | None) -> str:
    """The key that the device's session has now; "" if there is none."""
    found = Device.objects.filter(pk=number or 0).values_list("session_key", flat=True)
    return found.first() or ""


def _device(device: Device, session: Session, *, is_here: bool) -> SignedInDevice:
    kept = session.get_decoded().get(KEY) or {}
    seen = kept.get("seen") or device.signed_in_at.timestamp()
    return SignedInDevice(
        number=device.pk,
        name=str(device),
        network=device.network,
        signed_in_at=device.signed_in_at,
        seen_at=datetime.fromtimestamp(seen, tz=UTC),
        is_here=is_here,
    )
