"""Keep a message of the demo for the page that shows them."""

from accounts.models import LocalMessage, User


def keep_message(phone: str, *, text: str, purpose: str, actor: User | None) -> LocalMessage:
    return LocalMessage.objects.create(phone=phone, text=text[:1000], purpose=purpose[:20])


def keep_mail(
    address: str, *, subject: str, text: str, purpose: str, actor: User | None
) -> LocalMessage:
    return LocalMessage.objects.create(
        address=address, subject=subject[:200], text=text[:4000], purpose=purpose[:20]
    )
