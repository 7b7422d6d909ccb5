"""Remember where somebody is signed in, and sign them out there."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from accounts.models import Device, SignInLink, User
from accounts.security_log import Kind, note_once_done
from accounts.user_agents import browser_of, network_of, system_of


def note_device(
    person: User, *, session_key: str, says: str, address: str, actor: User | None, now: datetime
) -> Device:
    """`says` is what the browser calls itself, `address` where it comes from."""
    device, _new = Device.objects.update_or_create(
        session_key=session_key,
        defaults={
            "person": person,
            "browser": browser_of(says),
            "system": system_of(says),
            "network": network_of(address),
            "signed_in_at": now,
        },
    )
    return device


def move_device(old_key: str, new_key: str, *, actor: User | None) -> None:
    """Keep the device of a browser whose session has got another key."""
    Device.objects.filter(session_key=old_key).update(session_key=new_key)


def drop_device(session_key: str, *, actor: User | None) -> None:
    """Remove the device of a session that has ended."""
    Device.objects.filter(session_key=session_key).delete()


@transaction.atomic
def sign_out_device(number: int, *, actor: User) -> bool:
    """Sign out a device of the actor's own; False if it is signed out already, or is not theirs."""
    device = Device.objects.select_for_update().filter(pk=number, person=actor).first()
    if device is None:
        return False
    Session.objects.filter(pk=device.session_key).delete()
    device.delete()
    note_once_done(Kind.DEVICE_SIGNED_OUT, person=actor.pk)
    return True


@transaction.atomic
def sign_out_everywhere(person: User, *, actor: User | None) -> None:
    """Every session of theirs ends, those too that no device is known of; so does a waiting link.

    Each session holds a digest of the person's password, which is none and only random: a new one
    fits no session.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    person.set_unusable_password()
    person.save(update_fields=["password"])
    devices = Device.objects.filter(person=person)
    Session.objects.filter(pk__in=list(devices.values_list("session_key", flat=True))).delete()
    devices.delete()
    SignInLink.objects.filter(person=person, used_at=None).delete()
    who = actor.pk if actor else None
    note_once_done(Kind.SIGNED_OUT_EVERYWHERE, person=who, of=person.pk)
