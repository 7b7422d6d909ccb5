"""走访记录: a member writes down a talk with a household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.queries.sent_already import sent_already
from acting.refusals import Refused
from acting.storable import storable_text
from council.actions.contacts.raise_from_contact import raise_from_contact
from council.casework.contacts import own_term
from council.enums.contacts import ContactWay
from council.models import Contact, ContactPlan, CouncilMember
from council.refusals import NotYours
from grids.models import Building

# Written down in the evening, or after the holidays.
BACK = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContact:
    """`at` None is now; `raises`: what was said becomes a matter at once."""

    way: ContactWay
    at: datetime | None = None
    opinion: str = ""
    building: Building | None = None
    raises: bool = False


def write_contact(
    member: CouncilMember,
    *,
    actor: User,
    now: datetime,
    held: NewContact,
    plan: ContactPlan | None = None,
) -> Contact:
    at = held.at or now
    if at > now:
        raise Refused(_("That time has not come yet."), field="held_at")
    if at < now - BACK:
        raise Refused(_("That is too long ago: two months at most."), field="held_at")
    missing = _("Write what was said, so that it can be raised.") if held.raises else ""
    opinion = storable_text(held.opinion, Contact, "opinion", missing=missing)
    with transaction.atomic():
        row = own_term(member, actor=actor, now=now)
        if plan is not None and plan.member.person_id != actor.pk:
            raise NotYours
        building = held.building or (plan.building if plan is not None else None)
        told = {"member": row, "plan": plan, "building": building, "way": held.way}
        # Two visits without a word in one hour are two.
        written = Contact.objects.exclude(opinion="")
        same = sent_already(written, told | {"opinion": opinion}, near=("held_at", at))
        contact = same or Contact.objects.create(**told, held_at=at, opinion=opinion)
        if held.raises:
            contact.issue = raise_from_contact(
                contact, actor=actor, now=now, text=opinion, building=building
            )
        return contact
