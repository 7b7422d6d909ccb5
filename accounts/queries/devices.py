"""Where a person is signed in now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.sessions.models import Session

from accounts.models import Device, User
from accounts.presence import KEY


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

    When each was used stands in its session, so no page has to write it elsewhere.
    """
    devices = {row.session_key: row for row in Device.objects.filter(person=person)}
    sessions = Session.objects.filter(pk__in=devices, expire_date__gt=now)
    found = [_device(devices[row.pk], row, is_here=row.pk == here) for row in sessions]
    return sorted(found, key=lambda one: (not one.is_here, -one.seen_at.timestamp()))


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
