"""The second factor: set it up, take a code, make recovery codes, take it away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt, encrypt
from cryptography.fernet import InvalidToken
from django.db import transaction
from django.utils.crypto import constant_time_compare

from accounts.actions.seal_anew import seal_anew
from accounts.enums import CodeAnswer
from accounts.models import User, WrongFactor
from accounts.queries.factors import wrong_tries
from accounts.rules import minutes_until_next_try
from accounts.security_log import Kind, note_answer, note_once_done

TOTP, RECOVERY = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
LAST = "last_counter"


class SetUpAlready(Exception):
    """Somebody has set one up meanwhile, perhaps the person in another window."""


@transaction.atomic
def set_up_factor(
    person: User, *, secret: str, code: str, replaces: bool, actor: User, now: datetime
) -> CodeAnswer:
    """Keep `secret` if `code` was made of it now; that code is used up by it.

    Raises SetUpAlready unless `replaces`. A factor that replaces another brings new recovery codes.
    """
    _lock(person)
    before = Authenticator.objects.filter(user=person)
    if before.filter(type=TOTP).exists() and not replaces:
        raise SetUpAlready
    if minutes_until_next_try(wrong_tries(person, now=now), now=now):
        return CodeAnswer.SPENT
    counter = next(_counters_of(secret, code, now=now), None)
    if counter is None:
        note_once_done(Kind.WRONG_CODE, person=person.pk, answer="wrong")
        return _wrong(person, now=now)
    before.delete()
    kept = {"secret": encrypt(secret), LAST: counter}
    Authenticator.objects.create(user=person, type=TOTP, data=kept, last_used_at=now)
    RecoveryCodes.activate(person)
    note_once_done(Kind.FACTOR_SET_UP, person=person.pk, again=int(replaces))
    return CodeAnswer.RIGHT


def give_factor(person: User, *, code: str, actor: User, now: datetime) -> CodeAnswer:
    """Check a code: six digits come from the app, eight are a recovery code. Either counts once.

    If the same code comes twice at one moment, the second waits and finds it used.
    """
    answer = _give(person, code=code, now=now)
    note_answer(answer, person=person.pk)
    return answer


@transaction.atomic
def _give(person: User, *, code: str, now: datetime) -> CodeAnswer:
    _lock(person)
    if minutes_until_next_try(wrong_tries(person, now=now), now=now):
        return CodeAnswer.SPENT
    kept = {row.type: row for row in Authenticator.objects.filter(user=person)}
    seal_anew(kept.values())
    is_recovery = len(code) == app_settings.RECOVERY_CODE_DIGITS
    if is_recovery:
        answer = _recover(kept.get(RECOVERY), code, now=now)
    else:
        answer = _take(kept.get(TOTP), code, now=now)
    if answer is CodeAnswer.RIGHT:
        note_once_done(
            Kind.RECOVERY_CODE_USED if is_recovery else Kind.FACTOR_GIVEN, person=person.pk
        )
    return _wrong(person, now=now) if answer is CodeAnswer.WRONG else answer


@transaction.atomic
def renew_recovery_codes(person: User, *, actor: User) -> None:
    """None of the old ones is good any more."""
    _lock(person)
    Authenticator.objects.filter(user=person, type=RECOVERY).delete()
    RecoveryCodes.activate(person)
    note_once_done(Kind.RECOVERY_CODES_RENEWED, person=actor.pk)


def take_factor_away(person: User, *, actor: User | None) -> bool:
    """For whoever lost the phone and the codes: they set it up anew. False if there was none."""
    gone = bool(Authenticator.objects.filter(user=person).delete()[0])
    if gone:
        who = actor.pk if actor else None
        note_once_done(Kind.FACTOR_TAKEN_AWAY, person=who, of=person.pk)
    return gone


def _lock(person: User) -> None:
    User.objects.select_for_update().get(pk=person.pk)


def _wrong(person: User, *, now: datetime) -> CodeAnswer:
    WrongFactor.objects.create(person=person, tried_at=now)
    return CodeAnswer.WRONG


def _take(kept: Authenticator | None, code: str, *, now: datetime) -> CodeAnswer:
    if kept is None:
        return CodeAnswer.WRONG
    try:
        secret = decrypt(kept.data["secret"])
    except InvalidToken:
        return CodeAnswer.WRONG
    fitting = list(_counters_of(secret, code, now=now))
    fresh = [counter for counter in fitting if counter > kept.data[LAST]]
    if not fresh:
        return CodeAnswer.USED if fitting else CodeAnswer.WRONG
    kept.data[LAST] = max(fresh)
    return _used(kept, now=now)


def _recover(kept: Authenticator | None, code: str, *, now: datetime) -> CodeAnswer:
    try:
        right = kept is not None and RecoveryCodes(kept).validate_code(code)
    except InvalidToken:
        right = False
    if kept is None or not right:
        return CodeAnswer.WRONG
    kept.refresh_from_db()
    return _used(kept, now=now)


def _used(kept: Authenticator, *, now: datetime) -> CodeAnswer:
    kept.last_used_at = now
    kept.save(update_fields=["data", "last_used_at"])
    return CodeAnswer.RIGHT


def _counters_of(secret: str, code: str, *, now: datetime) -> Iterator[int]:
    """The half minutes around now for which the app would show this code."""
    here = int(now.timestamp()) // app_settings.TOTP_PERIOD
    for counter in range(
        here - app_settings.TOTP_TOLERANCE, here + app_settings.TOTP_TOLERANCE + 1
    ):
        if constant_time_compare(code, format_hotp_value(hotp_value(secret, counter))):
            yield counter
