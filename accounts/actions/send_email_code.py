"""Send a one-time code to an address that a person says is theirs."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions.reserve_sending import reserve_sending
from accounts.asking import Asking
from accounts.carriers import email_carrier
from accounts.models import SentCode, User


def send_email_code(
    address: str, *, code: str, asking: Asking, actor: User, now: datetime
) -> SentCode:
    """Mail `code` to `address`; raises CodeTooSoon, CodesUsedUp or CarrierFailed.

    Counted for the address, so that nobody's mailbox is flooded, and for the person, so that nobody
    writes to many. If the carrier refuses, the sending does not count.
    """
    with transaction.atomic():
        person = f"mail asked for by {actor.pk}"
        # The address first: a doubled click is answered with the row that counts the tries.
        sending = reserve_sending(address.lower(), asking=asking, actor=actor, now=now)
        of_person = reserve_sending(person, asking=asking, actor=actor, now=now)
    try:
        email_carrier().send(address, _subject(), _text(code), purpose="code")
    except BaseException:
        of_person.delete()
        sending.delete()
        raise
    return sending


def _subject() -> str:
    return _("[Pavilion] Your code")


def _text(code: str) -> str:
    return _(
        "Your code is {code}. It is good for {minutes} minutes.\n\n"
        "Somebody asked to have notices of Pavilion sent to this address. If it was not you, "
        "there is nothing to do: without the code nothing more comes."
    ).format(code=code, minutes=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60)
