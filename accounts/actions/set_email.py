"""Keep an address that a person has proved, or remove it."""

from accounts.models import User
from accounts.security_log import Kind, note_once_done


def set_email(user: User, address: str, *, actor: User) -> None:
    """Only the person does this; an empty `address` removes theirs."""
    if actor != user:
        raise PermissionError("An address is given and taken away by its owner only.")
    User.objects.filter(pk=user.pk, erased_at__isnull=True).update(email=address)
    user.email = address
    note_once_done(Kind.EMAIL_CHANGED, person=actor.pk, removed=int(not address))
