"""Show the staff a resident's phone number, and record every look."""

from datetime import datetime

from accounts.models import User
from accounts.security_log import Kind, note
from issues.casework.case import opened
from issues.enums.acts import Act
from issues.models import Issue
from issues.queries.contact import ContactCard, contact_of


def see_contact(issue: Issue, *, actor: User, now: datetime) -> ContactCard:
    """Record the look, then return the contact's name and number."""
    with opened(issue, Act.SEE_CONTACT, actor=actor, now=now, bumps=False) as case:
        case.record_inside("contact_seen")
        note(Kind.NUMBER_SEEN, person=actor.pk, thing=case.issue.reference)
        return contact_of(case.issue)
