"""Find the person that a worker writes something down for."""

from accounts.models import User


def reporter_by_phone(phone: str) -> User | None:
    """The person who signs in with this number; as reporter they can follow the matter."""
    if not phone:
        return None
    return User.objects.filter(phone=phone, phone_verified=True, is_active=True).first()
