"""Minutes that write themselves: a section for the sitting, who was there, and each item."""

from __future__ import annotations

from django.utils.translation import gettext as _

from council.minutes.drafting.items import item_sections
from council.minutes.drafting.presence import presence_section
from council.minutes.drafting.sitting import sitting_section
from council.minutes.log import SittingLog
from council.minutes.sections import Section


def draft_of(log: SittingLog) -> list[Section]:
    """In the language that is active: minutes are a paper of the house, not of a reader."""
    items = [
        section
        for number, item in enumerate(log.items, start=1)
        for section in item_sections(log, item, number)
    ]
    return [
        sitting_section(log),
        presence_section(log),
        *items,
        Section(key="remarks", title=_("Remarks")),
    ]
