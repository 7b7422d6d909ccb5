"""Every look at a phone number by staff is recorded."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from issues.actions.case import opened
from issues.enums import Act
from issues.models import Issue


@dataclass(frozen=True, slots=True)
class ContactCard:
    name: str
    phone: str


def see_contact(issue: Issue, *, actor: User, now: datetime) -> ContactCard:
    """The contact's name and number, after the look has been recorded."""
    with opened(issue, Act.SEE_CONTACT, actor=actor, now=now, bumps=False) as case:
        case.record_inside("contact_seen")
        reporter = case.issue.reporter
        name = case.issue.contact_name or (reporter.name if reporter is not None else "")
        phone = case.issue.contact_phone or (reporter.phone if reporter is not None else "") or ""
        return ContactCard(name=name, phone=phone)
