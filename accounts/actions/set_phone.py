"""Change a person's number, or note that they have proved it."""

from accounts.models import User


def set_phone(user: User, phone: str, *, actor: User | None, verified: bool) -> None:
    user.phone, user.phone_verified = phone, verified
    user.save(update_fields=["phone", "phone_verified"])
