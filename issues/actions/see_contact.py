"""Every look at a phone number by staff is recorded."""

from datetime import datetime

from accounts.models import User
from issues.casework.case import opened
from issues.enums import Act
from issues.models import Issue
from issues.queries.contact import ContactCard, contact_of


def see_contact(issue: Issue, *, actor: User, now: datetime) -> ContactCard:
    """The contact's name and number, after the look has been recorded."""
    with opened(issue, Act.SEE_CONTACT, actor=actor, now=now, bumps=False) as case:
        case.record_inside("contact_seen")
        return contact_of(case.issue)
