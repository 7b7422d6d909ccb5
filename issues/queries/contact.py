"""Under which name and number the person of a matter is reached."""

from dataclasses import dataclass

from issues.models import Issue


@dataclass(frozen=True, slots=True)
class ContactCard:
    name: str
    phone: str


def contact_of(issue: Issue) -> ContactCard:
    """What was left with it, otherwise the reporter's own. Shown only after a recorded look."""
    reporter = issue.reporter
    name = issue.contact_name or (reporter.name if reporter is not None else "")
    phone = issue.contact_phone or (reporter.phone if reporter is not None else "") or ""
    return ContactCard(name=name, phone=phone)
