"""What a member planned and noted, for that member alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.queries.prepared import Given, PreparedQuery, given_key
from acting.refusals import NotOpen
from council.addresses import address_of_contacts
from council.facts.viewer import Viewer
from council.models import Contact, ContactPlan, CouncilMember
from council.order.contacts import month_of, next_month
from council.refusals import NotYours

_terms = PreparedQuery(
    lambda: (
        CouncilMember.objects.on(Given("today", DateField()))
        .filter(person=given_key("person"), council__active=True)
        .select_related("council__body__parent")
        .order_by("council__body__path", "pk")
    )
)


def terms_of(user_id: int, *, now: datetime) -> list[CouncilMember]:
    """The terms that run: a person may sit in the council of a grid and of its community."""
    return _terms(person=user_id, today=timezone.localdate(now))


def plans(user_id: int) -> QuerySet[ContactPlan]:
    """Their own, as pages and forms show them."""
    rows = ContactPlan.objects.filter(member__person=user_id)
    return rows.select_related("building__estate", "member__council__body")


def contacts_owed(user_id: int, month: date) -> list[ContactPlan]:
    """Planned for the month and not seen yet, in the order in which they were written."""
    seen = Contact.objects.filter(plan=OuterRef("pk"))
    return list(plans(user_id).filter(~Exists(seen), month=month).order_by("pk"))


def contacts_of(user_id: int, month: date) -> list[Contact]:
    """Held in the month, the newest first."""
    begins, ends = _bounds(month)
    rows = Contact.objects.filter(
        member__person=user_id, held_at__gte=begins, held_at__lt=ends
    ).select_related("plan", "building__estate", "issue")
    return list(rows.order_by("-held_at", "-pk"))


def _bounds(month: date) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    first, after = month, next_month(month)
    return (
        datetime(first.year, first.month, 1, tzinfo=zone),
        datetime(after.year, after.month, 1, tzinfo=zone),
    )


@dataclass(frozen=True, kw_only=True)
class ContactsSubject:
    """Everything of one member; `plan` and `contact` are what an act is about."""

    viewer: Viewer
    now: datetime
    terms: Sequence[CouncilMember]
    plan: ContactPlan | None = None
    contact: Contact | None = None
    version: int = 0

    @property
    def user_id(self) -> int:
        assert self.viewer.user_id is not None
        return self.viewer.user_id

    @property
    def this_month(self) -> date:
        return month_of(timezone.localdate(self.now))

    @cached_property
    def owed(self) -> list[ContactPlan]:
        return contacts_owed(self.user_id, self.this_month)

    @property
    def address(self) -> str:
        return address_of_contacts()

    @property
    def title(self) -> str:
        return _("My contacts")

    @property
    def stream(self) -> str:
        """Contacts leave no trace in any record; this names none."""
        return ""

    def closed(self, act: str) -> NotOpen | None:
        return None if self.terms else NotYours()

    def offers(self, act: str) -> bool:
        return self.closed(act) is None


def contacts_subject(
    viewer: Viewer, *, now: datetime, plan: UUID | None = None, contact: UUID | None = None
) -> ContactsSubject | None:
    """None for who sits in no council, and where the plan or the contact is not their own."""
    if viewer.user_id is None or not viewer.councils:
        return None
    planned = plans(viewer.user_id).filter(uid=plan).first() if plan else None
    own = Contact.objects.filter(member__person=viewer.user_id)
    noted = own.select_related("plan", "building").filter(uid=contact).first() if contact else None
    if (plan and planned is None) or (contact and noted is None):
        return None
    return ContactsSubject(
        viewer=viewer,
        now=now,
        terms=terms_of(viewer.user_id, now=now),
        plan=planned,
        contact=noted,
    )
