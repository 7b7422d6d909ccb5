"""What carries messages to people, chosen by `SMS_CARRIER` and `EMAIL_CARRIER`."""

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.carriers.base import CarrierFailed, EmailCarrier, SmsCarrier

__all__ = [
    "CarrierFailed",
    "EmailCarrier",
    "SmsCarrier",
    "email_carrier",
    "email_is_carried",
    "sms_carrier",
    "texts_are_carried",
]

NO_TEXTS = "accounts.carriers.log.LogCarrier"
NO_MAIL = "accounts.carriers.none.NoMailCarrier"


def sms_carrier() -> SmsCarrier:
    carrier: SmsCarrier = import_string(settings.SMS_CARRIER)()
    return carrier


def email_carrier() -> EmailCarrier:
    carrier: EmailCarrier = import_string(settings.EMAIL_CARRIER)()
    return carrier


def email_is_carried() -> bool:
    """True if e-mail can be sent, so that people may give an address."""
    return bool(settings.EMAIL_CARRIER != NO_MAIL)


def texts_are_carried() -> bool:
    """False where no text message can reach a phone, so that nobody waits for one."""
    return bool(settings.SMS_CARRIER != NO_TEXTS)
