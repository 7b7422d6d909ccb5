from typing import Any

from accounts.models import User
from notifications.models import Notice
from notifications.notices import NewNotice

_made = iter(range(10**7))


def person(name: str = "陈阿姨", *, language: str = "zh-hans", email: str = "") -> User:
    """Somebody new with a phone of their own."""
    return User.objects.create_user(
        f"+86139{next(_made):08d}", name=name, language=language, email=email, phone_verified=True
    )


def told(
    recipient: User,
    *,
    key: str = "one",
    sms: bool = False,
    urgent: bool = False,
    link: str = "/issues/ZJD-2026-0042/",
    number: int = 42,
    **more: Any,
) -> NewNotice:
    return NewNotice(
        recipient_id=recipient.pk,
        kind=more.pop("kind", "test.received"),
        parameters={"number": number},
        dedupe_key=key,
        sms=sms,
        urgent=urgent,
        link=link,
        **more,
    )


def notice(recipient: User, *, key: str, **fields: object) -> Notice:
    """A notice as it lies in the outbox, for tests that only read."""
    values: dict[str, object] = {
        "kind": "test.received",
        "parameters": {"number": 42},
        "link": "/issues/ZJD-2026-0042/",
    }
    return Notice.objects.create(recipient=recipient, dedupe_key=key, **{**values, **fields})
