"""Find a person."""

from accounts.models import User


def person_by_phone(phone: str) -> User | None:
    """The person of an E.164 number; erased people have no number."""
    return User.objects.filter(phone=phone).first() if phone else None
