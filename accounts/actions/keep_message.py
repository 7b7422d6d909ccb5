"""Keep a message of the demo for the page that shows them."""

from accounts.models import LocalMessage, User
from accounts.words import cut


def keep_message(phone: str, *, text: str, purpose: str, actor: User | None) -> LocalMessage:
    return LocalMessage.objects.create(phone=phone, text=cut(text, 1000), purpose=cut(purpose, 20))


def keep_mail(
    address: str, *, subject: str, text: str, purpose: str, actor: User | None
) -> LocalMessage:
    return LocalMessage.objects.create(
        address=address, subject=cut(subject, 200), text=cut(text, 4000), purpose=cut(purpose, 20)
    )
