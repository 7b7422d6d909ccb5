"""Sign in as a person does it: type the number, read the message, type the code."""

from django.http import HttpResponse
from django.test import Client

from accounts.models import LocalMessage


def ask_for_code(client: Client, phone: str, **extra: str) -> HttpResponse:
    return client.post("/sign-in/", {"phone": phone, **extra})  # type: ignore[return-value]


def last_code() -> str:
    message = LocalMessage.objects.order_by("-pk").first()
    assert message is not None, "No message was sent."
    return message.code


def enter_code(client: Client, code: str) -> HttpResponse:
    return client.post("/sign-in/code/", {"code": code})  # type: ignore[return-value]


def sign_in(client: Client, phone: str, **extra: str) -> HttpResponse:
    """The number must not have got a code in the last minute."""
    assert ask_for_code(client, phone, **extra).status_code == 302
    return enter_code(client, last_code())
