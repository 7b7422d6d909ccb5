"""What a household said becomes a matter, raised by the member who was there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.models import Contact
from council.refusals import NotYours
from grids.models import Building
from issues.actions.raise_issue import raise_issue
from issues.enums.matter import Source
from issues.inputs import NewMatter
from issues.models import Issue


@dataclass(frozen=True, slots=True)
class FromContact:
    """The origin of such a matter. The household stays unnamed: the member answers for it."""

    contact: Contact
    source = Source.CONTACT

    def take(self, issue: Issue, *, actor: User, now: datetime) -> None:
        self.contact.issue = issue
        self.contact.save(update_fields=["issue"])


def raise_from_contact(
    contact: Contact, *, actor: User, now: datetime, text: str, building: Building | None
) -> Issue:
    """Raised before: that matter is given back."""
    if contact.member.person_id != actor.pk:
        raise NotYours
    if building is None:
        raise Refused(_("Say where it is: estate and building."), field="building")
    with transaction.atomic():
        row = (
            Contact.objects.select_for_update(of=("self",))
            .select_related("issue")
            .get(pk=contact.pk)
        )
        if row.issue is not None:
            return row.issue
        matter = NewMatter(text=text, building=building)
        return raise_issue(matter, actor=actor, reporter=actor, now=now, origin=FromContact(row))
