from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from issues.actions.see_contact import see_contact
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue
from issues.queries.contact import ContactCard, contact_of


class SeeContactForm(ActForm):
    """Each look is recorded; a doubled click counts as one look."""

    act = Act.SEE_CONTACT
    title = _("See the phone number")
    explain = _("Every look is recorded with your name.")
    button = _("Show the number")
    template_name_of_act = "issues/acts/see_contact.html"
    card: ContactCard | None = None

    def perform(self) -> Issue:
        self.card = see_contact(self.context.issue, actor=self.context.person, now=self.context.now)
        return self.context.issue

    def show(self) -> None:
        """Show again what the first sending of this form showed."""
        self.card = contact_of(self.context.issue)

    @property
    def number(self) -> str:
        """`138 0000 0020`, grouped as people read it aloud."""
        digits = (self.card.phone if self.card is not None else "").removeprefix("+86")
        is_mobile = len(digits) == 11 and digits.isdecimal()
        return f"{digits[:3]} {digits[3:7]} {digits[7:]}" if is_mobile else digits

    @property
    def masked_number(self) -> str:
        return masked_phone(self.context.issue)


def masked_phone(issue: Issue) -> str:
    """`138 **** 0001`: enough to tell that it is the right person, not enough to call."""
    digits = contact_of(issue).phone.removeprefix("+86")
    return f"{digits[:3]} **** {digits[-4:]}" if len(digits) >= 11 else "****" if digits else ""
