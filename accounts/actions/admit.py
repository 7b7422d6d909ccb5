"""Let in a person who has just proved a phone number."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from accounts.models import User


def admit(
    phone: str, *, actor: User | None, language: str, large_print: bool, now: datetime
) -> User:
    """Return the person of `phone`, who is created if there is none.

    Nobody is stored before the number is proved, so a stranger who types your number creates no
    person. A new person starts with the language and print of the page.
    """
    user, _made = User.objects.get_or_create(
        phone=phone,
        defaults={
            "password": make_password(None),
            "language": language,
            "large_print": large_print,
            "joined_at": now,
            "phone_verified": True,
        },
    )
    if not user.phone_verified:
        user.phone_verified = True
        user.save(update_fields=["phone_verified"])
    return user
