"""Give one message to the carrier of its channel."""

from dataclasses import dataclass

from accounts.carriers import EmailCarrier, SmsCarrier
from accounts.models import User
from notifications.enums import Channel, DropReason
from notifications.messages import Mail, mail, text_message
from notifications.models import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriers:
    sms: SmsCarrier
    email: EmailCarrier


def unreachable(recipient: User, channel: str) -> DropReason | None:
    """Why `recipient` can't be reached by the channel any more; None if they can."""
    if channel == Channel.EMAIL:
        return None if recipient.email else DropReason.NO_ADDRESS
    return None if recipient.phone else DropReason.NO_PHONE


def put_into_words(notice: Notice, channel: str) -> str | Mail:
    return mail(notice) if channel == Channel.EMAIL else text_message(notice)


def hand_over(message: str | Mail, recipient: User, *, carriers: Carriers) -> None:
    """Give the message to the carrier of its channel; raises what the carrier raises."""
    if isinstance(message, Mail):
        carriers.email.send(recipient.email, message.subject, message.text, purpose="notice")
    else:
        carriers.sms.send(recipient.phone or "", message, purpose="notice")
