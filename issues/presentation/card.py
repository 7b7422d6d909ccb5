"""An issue as a card in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.at_the_latest import latest_words
from clocks.words import when_words
from issues.addresses import address_of_issue, address_of_photo
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import Visibility
from issues.enums.stages import Ending, Stage
from issues.models import Issue
from issues.presentation.chip import chip_of
from issues.presentation.nobody_told import asked_by_phone
from issues.presentation.sentence import and_first_promise, first_promise, joined, talk_late


def card_of(issue: Issue, now: datetime) -> dict[str, Any]:
    """For `components/card.html`; the issue must come from `queries.listing.for_cards`."""
    clock = _clock(issue)
    overdue = issue.is_open and clock is not None and clock.due < now
    broken = first_promise(issue, None if clock is None else clock.due, now)
    return {
        "url": address_of_issue(issue),
        "title": issue.public_title or issue.reference,
        "chip": chip_of(issue.matter_class) if issue.matter_class else None,
        "words": and_first_promise(_words(issue, clock, now), broken),
        "overdue": overdue or bool(broken),
        "meta": " · ".join(_meta(issue, now)),
        "ended": not issue.is_open,
        "thumb": _thumb(issue),
    }


def _thumb(issue: Issue) -> str:
    """The address of the smallest size; a photo is for everybody only while its matter is."""
    token = getattr(issue, "picture", None)
    if token is None or issue.visibility != Visibility.PUBLIC:
        return ""
    return address_of_photo(token, "small")


@dataclass(frozen=True, slots=True)
class NextClock:
    """What is owed first, or is late longest, and by which body."""

    kind: str
    due: datetime
    owing: int | None
    who: str | None


def _clock(issue: Issue) -> NextClock | None:
    told: dict[str, Any] | None = getattr(issue, "next_clock", None)
    if told is None:
        return None
    return NextClock(**{**told, "due": datetime.fromisoformat(told["due"])})


def _words(issue: Issue, clock: NextClock | None, now: datetime) -> str:
    if not issue.is_open:
        return _ended(issue)
    if issue.stage == Stage.CONFIRM:
        return _asked(issue, clock, now)
    if clock is not None and clock.kind == DeadlineKind.VERIFY:
        to_check = _("Reported as done; {who} is to look on the spot: {when}")
        return to_check.format(who=clock.who, when=latest_words(clock.due, now))
    who, holder = getattr(issue, "holder_name", "") or "", getattr(issue, "holder", None)
    has_it = _("{who} has it") if getattr(issue, "taken_in_at", None) else _("{who} was asked")
    said = has_it.format(who=who)
    if clock is None:
        return said
    when = latest_words(clock.due, now)
    if clock.due < now and clock.owing != holder and clock.who:
        when = _("{who} {late}").format(who=clock.who, late=when)
    return _("{said}: {when}").format(said=said, when=when)


def _asked(issue: Issue, clock: NextClock | None, now: datetime) -> str:
    asked = _("Done; the resident is asked whether it is solved.")
    if issue.reporter_id is None:
        asked = asked_by_phone()
    if clock is None or clock.due >= now or clock.kind != DeadlineKind.TALK:
        return asked
    return joined(asked, talk_late(clock.due, now))


def _ended(issue: Issue) -> str:
    if issue.stage == Stage.CLOSED:
        if issue.ending == Ending.SOLVED:
            return _("Solved, says the resident.")
        return _("Closed without an answer from the resident.")
    return str(Stage(issue.stage).label)


def _meta(issue: Issue, now: datetime) -> list[str]:
    parts = [issue.grid.call_name, when_words(issue.raised_at, now)]
    neighbours = issue.supporters
    if neighbours:
        parts.append(
            ngettext("{count} household too", "{count} households too", neighbours).format(
                count=neighbours
            )
        )
    return parts
