"""A matter, or something written by hand, is put on the agenda."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.words import as_stored
from acting.refusals import Refused
from council.casework.agenda import add_at_the_end, put_matter_on
from council.casework.planning import MeetingCase, opened_meeting
from council.casework.public_words import spoken_text
from council.enums.agenda import ItemReason
from council.enums.planning import MeetingAct
from council.models import AgendaItem, Meeting
from council.queries.agenda import matters_by_number
from issues.models import Issue

MINUTES = 10


def put_on(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    seen: int | None = None,
    reference: str = "",
    title: str = "",
    minutes: int = MINUTES,
) -> AgendaItem:
    """A matter by its number, otherwise a title. What the matter lacks does not keep it off."""
    with opened_meeting(meeting, MeetingAct.PUT_ON, actor=actor, now=now, seen=seen) as case:
        if as_stored(reference):
            issue = matter_named(case, reference)
            item = put_matter_on(case, issue, why=ItemReason.BY_HAND, minutes=minutes)
        else:
            missing = _("Give the number of a matter, or say what it is about.")
            title = spoken_text(title, AgendaItem, "title", missing=missing)
            item = add_at_the_end(case, title=title, why=ItemReason.BY_HAND, minutes=minutes)
        return item


def matter_named(case: MeetingCase, words: str) -> Issue:
    """One that the person may open, of the places of its councils. Raises Refused."""
    found = matters_by_number(words, case.facts.paths, case.viewer.standing)
    if not found:
        raise Refused(_("There is no matter with this number here."), field="matter")
    if len(found) > 1:
        sentence = _("Several matters have this number: write all of it, as ZJD-2026-0042.")
        raise Refused(sentence, field="matter")
    return found[0]
