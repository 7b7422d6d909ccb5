"""One sitting as its page draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clocks.dates import day_words, moment_words
from council.acts.meetings import MEETING_ACTS, why_not_called
from council.addresses import (
    address_of_council,
    address_of_meeting,
    address_of_phone,
    address_of_table,
    address_of_wall,
)
from council.enums.meetings import (
    MEETING_PUBLIC,
    MEETING_RUNNING,
    Apology,
    Manner,
    MeetingState,
    RollStanding,
    ToldOf,
)
from council.enums.planning import MeetingAct
from council.models import AgendaItem, Meeting, Roll, Told
from council.presentation.agenda import agenda_rows, proposal_rows, url_of_act
from council.presentation.buttons import Button, buttons_of
from council.presentation.papers import papers_of
from council.presentation.sittings import minutes_url, state_words, times_of
from council.queries.meetings import councils_of, earlier_of
from council.queries.next_sitting import next_of
from council.queries.proposals import Proposal
from council.queries.sitting_subjects import MeetingSubject
from council.rules.meetings import prepares, runs_table


def sitting_context(
    subject: MeetingSubject,
    items: Sequence[AgendaItem],
    *,
    roll: Sequence[Roll],
    told: Sequence[Told],
    proposals: Sequence[Proposal],
    own: Roll | None = None,
) -> dict[str, Any]:
    """`own` is the reader's line. `roll`, `told`, `proposals` are read for who prepares it only."""
    meeting, now = subject.meeting, subject.now
    inside = prepares(subject.viewer, subject.facts)
    # After a recall what is planned anew is its makers' own.
    hidden = meeting.state == MeetingState.DRAFT and not inside
    shown = () if hidden else items
    return {
        "meeting": meeting,
        "council_url": address_of_council(meeting.council),
        "together": [council.name for council in councils_of(meeting)],
        "sentence": sentence_of(subject),
        "state": state_words(meeting, now),
        "facts": [] if hidden else facts(meeting, subject),
        "agenda": agenda_rows(subject, shown, inside=inside),
        "hidden": hidden,
        "sign_in": subject.viewer.user_id is None
        and MEETING_ACTS[MeetingAct.OPINION].allows(subject.facts),
        "meeting_path": subject.address,
        "inside": inside,
        "can_change": bool(subject.offers(MeetingAct.CHANGE)),
        "buttons": buttons(subject),
        "go": ways_in(subject),
        "minutes_url": minutes_url(meeting, inside=inside or _sits_in(subject)),
        "papers": papers_of(meeting, subject.viewer, subject.facts),
        "proposals": proposal_rows(subject, proposals),
        "roll": roll_rows(roll, told, meeting),
        "told": told_rows(told, now),
        "code": meeting.code if inside and meeting.state in {MeetingState.CALLED} else "",
        "short_notice": meeting.short_notice_because if not hidden else "",
        "because": meeting.cancelled_because,
        "follows": _follows(subject),
        "following": _following(subject, inside=inside),
        "leave": leave(own, meeting),
    }


def _following(subject: MeetingSubject, *, inside: bool) -> dict[str, str] | None:
    """The next one, for whoever may open it: a draft is its makers' own."""
    found = next_of(subject.meeting) if subject.facts.has_next else None
    if found is None or not (inside or found.state in MEETING_PUBLIC):
        return None
    when = _day_and_times(found, subject.now)
    return {"url": address_of_meeting(found), "when": when, "where": found.where}


def _follows(subject: MeetingSubject) -> dict[str, str] | None:
    """The one at the end of which it was booked: it was held, so everybody may open it."""
    earlier = earlier_of(subject.meeting)
    if earlier is None:
        return None
    day = day_words(timezone.localdate(earlier.starts_at), subject.now)
    return {"url": address_of_meeting(earlier), "title": earlier.name, "day": day}


def _sits_in(subject: MeetingSubject) -> bool:
    return subject.facts.on_roll or subject.meeting.council_id in subject.viewer.councils


def sentence_of(subject: MeetingSubject) -> str:
    """Where it stands and what comes next."""
    meeting = subject.meeting
    if meeting.state == MeetingState.DRAFT and not subject.facts.was_called:
        return _draft(subject)
    if meeting.state == MeetingState.CALLED and meeting.ends_at > subject.now:
        return _("Everybody may come, listen and say what they think; members decide.")
    return state_words(meeting, subject.now) + _(".")


def _draft(subject: MeetingSubject) -> str:
    if not subject.facts.has_items:
        return _("A draft: put on the agenda what it is about, then call it.")
    if not MEETING_ACTS[MeetingAct.CALL].who(subject.viewer, subject.facts):
        return _("A draft: nobody has been told yet. Whoever chairs or convenes it calls it.")
    if lacking := why_not_called(subject.facts):
        return _("A draft: nobody has been told yet. {lacking}").format(lacking=lacking)
    return _("A draft: nobody has been told yet. Call it when the agenda stands.")


def facts(meeting: Meeting, subject: MeetingSubject) -> list[dict[str, str]]:
    when = _day_and_times(meeting, subject.now)
    # Where it is over, nobody is any more.
    nobody = "" if meeting.closed_at else _("not chosen yet")
    found = [
        {"label": _("When"), "value": when},
        {"label": _("Where"), "value": meeting.where},
        {"label": _("Chairs"), "value": str(meeting.chair or nobody)},
        {"label": _("Writes it down"), "value": str(meeting.recorder or nobody)},
        {"label": _("Manner"), "value": str(Manner(meeting.manner).label)},
    ]
    return [fact for fact in found if fact["value"]]


def buttons(subject: MeetingSubject) -> list[Button]:
    """What the reader can do now; the next thing to do stands out: a first item, if it has none."""
    empty = subject.meeting.state == MeetingState.DRAFT and not subject.facts.has_items
    rows = {act: row for act, row in MEETING_ACTS.items() if not row.of_an_item}
    if empty:
        rows[MeetingAct.PUT_ON] = replace(rows[MeetingAct.PUT_ON], is_next=True)
    return buttons_of(rows, subject.offers, partial(url_of_act, subject))


def ways_in(subject: MeetingSubject) -> list[dict[str, Any]]:
    """To the table for who runs it, to the phone for everybody else who is there."""
    meeting, facts = subject.meeting, subject.facts
    if meeting.state not in MEETING_RUNNING | {MeetingState.CALLED}:
        return []
    ways = []
    if runs_table(subject.viewer.user_id, facts):
        ways.append(
            {"url": address_of_table(meeting), "label": _("To the table"), "icon": "tablet"}
        )
    if meeting.is_running or facts.on_roll:
        label = _("I am here: follow it") if meeting.is_running else _("On your phone")
        ways.append({"url": address_of_phone(meeting), "label": label, "icon": "smartphone"})
    if meeting.wall_key and runs_table(subject.viewer.user_id, facts):
        ways.append({"url": address_of_wall(meeting), "label": _("On the wall"), "icon": "monitor"})
    return ways


def roll_rows(roll: Sequence[Roll], told: Sequence[Told], meeting: Meeting) -> list[dict[str, Any]]:
    """Who is to come, as what, whether they are excused and whether they know of it."""
    known = {
        row.person_id
        for row in told
        if row.call == meeting.calls and row.of in {ToldOf.CALLED, ToldOf.MOVED}
    }
    called = meeting.state != MeetingState.DRAFT and bool(meeting.calls)
    return [
        {
            "name": row.call_name,
            "as_what": row.get_kind_display() if row.is_member else _standing(row),
            "apology": str(Apology(row.apology).label) if row.apology else "",
            "by_word": _by_word(row) if called else "",
            "not_told": called and row.person_id is not None and row.person_id not in known,
        }
        for row in roll
    ]


def _standing(row: Roll) -> str:
    return str(RollStanding(row.standing).label)


def _by_word(row: Roll) -> str:
    if row.person is not None and row.person.phone:
        return ""
    return _("has no phone here: tell them yourself")


def told_rows(told: Sequence[Told], now: datetime) -> list[dict[str, Any]]:
    """By call: of what, when, and who."""
    groups: dict[tuple[int, str], dict[str, Any]] = {}
    for row in told:
        group = groups.setdefault(
            (row.call, row.of),
            {
                "of": str(ToldOf(row.of).label),
                "when": moment_words(row.at, now),
                "iso": row.at.isoformat(),
                "names": [],
            },
        )
        group["names"].append(str(row.person))
    return list(groups.values())


def leave(own: Roll | None, meeting: Meeting) -> dict[str, Any] | None:
    """To say that one can't come; only to who was asked to, until it opens."""
    if own is None or meeting.state != MeetingState.CALLED:
        return None
    said = str(Apology(own.apology).label) if own.apology else ""
    return {"said": said, "choices": Apology.choices}


def _day_and_times(meeting: Meeting, now: datetime) -> str:
    """`Friday 20 November 15:00 to 17:00`."""
    return pgettext("moment", "{day} {time}").format(
        day=day_words(timezone.localdate(meeting.starts_at), now), time=times_of(meeting, now)
    )
