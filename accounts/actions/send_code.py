"""Send a one-time code to a number, within limits."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.actions.ration import give_back, ration
from accounts.actions.reserve_sending import reserve_sending
from accounts.asking import Asking
from accounts.carriers import CarrierFailed, sms_carrier
from accounts.enums import CodeUse
from accounts.models import SentCode, User


def send_code(
    phone: str,
    *,
    code: str,
    asking: Asking,
    actor: User | None,
    now: datetime,
    use: CodeUse = CodeUse.SIGN_IN,
) -> SentCode:
    """Text `code` to `phone`; raises CodeTooSoon, CodesUsedUp, CodesRationed or CarrierFailed.

    The message says what the code is for. A sending that the carrier refused does not count for the
    number. It does in the budget of all codes: a gateway that fell silent may have sent it.
    """
    known = actor is not None or bool(asking.device)
    sending = reserve_sending(
        _counted_as(phone, asking, actor),
        asking=asking,
        actor=actor,
        now=now,
        to_number="" if known else phone,
    )
    try:
        ration(phone, known=known, now=now)
        _carry(phone, _text(code, use), known=known, now=now)
    except BaseException:
        sending.delete()
        raise
    return sending


def _carry(phone: str, text: str, *, known: bool, now: datetime) -> None:
    try:
        sms_carrier().send(phone, text, purpose="code")
    except CarrierFailed:
        give_back(phone, known=known, now=now)
        raise


def _counted_as(phone: str, asking: Asking, actor: User | None) -> str:
    """The name under which this code is counted.

    Whoever asks for codes to somebody else's number uses up their own codes, not the owner's.
    """
    if actor is not None:
        return f"{phone} for person {actor.pk}"
    if asking.device:
        return f"{phone} at device {asking.device}"
    return f"{phone} from {asking.address}" if asking.address else phone


def _text(code: str, use: CodeUse) -> str:
    minutes = settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60
    if use is CodeUse.SIGN:
        return _(
            "[Pavilion] Your code to sign the minutes is {code}. It is good for {minutes} minutes. "
            "Tell it to nobody: who enters it signs in your name."
        ).format(code=code, minutes=minutes)
    if use is CodeUse.CONFIRM:
        return _(
            "[Pavilion] Your code to confirm that it is you is {code}. It is good for {minutes} "
            "minutes. Tell it to nobody, not even to staff."
        ).format(code=code, minutes=minutes)
    return _(
        "[Pavilion] Your sign-in code is {code}. It is good for {minutes} minutes. "
        "Tell it to nobody, not even to staff."
    ).format(code=code, minutes=minutes)
