"""The name and number under which the person of a matter can be reached."""

from dataclasses import dataclass

from accounts import phones
from issues.models import Issue


@dataclass(frozen=True, slots=True)
class ContactCard:
    name: str
    phone: str

    @property
    def dialled(self) -> str:
        """For the phone itself: it dials an extension after a pause."""
        return phones.dialled(self.phone)


def contact_name(issue: Issue) -> str:
    """Of whoever is to be reached about it: left with it, otherwise the reporter's."""
    reporter = issue.reporter
    return issue.contact_name or (reporter.name if reporter is not None else "")


def contact_of(issue: Issue) -> ContactCard:
    """The contact left with it, otherwise the reporter's. Record the look before showing it."""
    reporter, name = issue.reporter, contact_name(issue)
    phone = issue.contact_phone or (reporter.phone if reporter is not None else "") or ""
    return ContactCard(name=name, phone=phone)
