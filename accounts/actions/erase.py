"""Erase who a person was, but keep that there was somebody."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from accounts.actions.factors import take_factor_away
from accounts.models import LocalMessage, User
from accounts.security_log import Kind, note_once_done

BATCH = 2000


@transaction.atomic
def erase_user(user: User, *, actor: User | None, now: datetime) -> User:
    """Remove phone, e-mail, name and every way to sign in; a second call changes nothing.

    This covers only what this app stores. The number is free at once; whoever signs in with it
    next is a new person.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.erased_at is not None:
        return user
    _delete_messages(user)
    user.phone, user.phone_verified, user.email, user.name = None, False, "", ""
    user.is_active, user.erased_at, user.last_login = False, now, None
    # A new password hash ends every session of the person at its next request …
    user.set_unusable_password()
    user.save()
    # … and the sessions are deleted too, with all they hold.
    _delete_sessions(user)
    user.devices.all().delete()
    user.wrong_factors.all().delete()
    take_factor_away(user, actor=actor)
    who = actor.pk if actor else None
    note_once_done(Kind.ERASED, person=who, of=user.pk)
    return user


def _delete_messages(user: User) -> None:
    for field, value in (("phone", user.phone), ("address", user.email)):
        if value:
            LocalMessage.objects.filter(**{field: value}).delete()


def _delete_sessions(user: User) -> None:
    """A session has no column for its person, so each is opened; 100,000 take a few seconds."""
    theirs = [
        session.pk
        for session in Session.objects.iterator(chunk_size=BATCH)
        if session.get_decoded().get("_auth_user_id") == str(user.pk)
    ]
    Session.objects.filter(pk__in=theirs).delete()
