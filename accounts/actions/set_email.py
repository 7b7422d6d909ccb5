"""Keep an address that a person has proved, or take it away."""

from accounts.models import User


def set_email(user: User, address: str, *, actor: User) -> None:
    """Only the person does; an empty `address` takes it away."""
    if actor != user:
        raise PermissionError("An address is given and taken away by its owner only.")
    User.objects.filter(pk=user.pk, erased_at__isnull=True).update(email=address)
    user.email = address
