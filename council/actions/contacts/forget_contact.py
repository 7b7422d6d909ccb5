"""Delete a note; the matter that was raised out of it goes its own way."""

from __future__ import annotations

from accounts.models import User
from council.models import Contact
from council.refusals import NotYours


def forget_contact(contact: Contact, *, actor: User) -> None:
    """Deleted already: nothing happens."""
    if contact.member.person_id != actor.pk:
        raise NotYours
    Contact.objects.filter(pk=contact.pk).delete()
