"""The context of the page of one issue."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from clocks.words import when_words
from issues.acts.table import offered, stage_allows
from issues.addresses import address_of_act, address_of_issue
from issues.duties import before_delivery, left_to_others
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import ENDED_STAGES, WORKED_ON, Stage
from issues.presentation.activity import (
    additions_of,
    answers_of,
    findings_of,
    promises_of,
    results_of,
    talks_of,
    words_of,
)
from issues.presentation.acts import buttons_of, council_asks
from issues.presentation.chain import chain_of
from issues.presentation.chip import chip_shown
from issues.presentation.clock_words import is_overdue, main_clock
from issues.presentation.ending import ending_of
from issues.presentation.matter import matter_of
from issues.presentation.nobody_told import asked_by_phone
from issues.presentation.people import current_lead
from issues.presentation.pictures import before_and_after
from issues.presentation.rail import rail_of
from issues.presentation.reader import Reader, reader_of
from issues.presentation.sentence import first_promise, late_parts, next_sentence
from issues.presentation.share import share_of
from issues.presentation.timeline import entered_of, timeline_of
from issues.presentation.unreached import unreached_of
from issues.presentation.why import span_of
from issues.queries.page import IssuePage

# These ended on the way, so no rail promises the steps that were left.
CUT_SHORT = ENDED_STAGES - {Stage.CLOSED}


def context_of(page: IssuePage) -> dict[str, Any]:
    reader = reader_of(page.standing, page.facts)
    issue, now = page.issue, page.now
    return {
        "issue": issue,
        "spoken": issue.spoken,
        "reader": reader,
        "matter": matter_of(page, reader),
        "share": share_of(issue),
        "raised_when": when_words(issue.raised_at, now),
        **_standing_of_it(page, reader, now),
        **_told(page, reader, now),
        **_to_do(page, reader),
    }


def _standing_of_it(page: IssuePage, reader: Reader, now: datetime) -> dict[str, Any]:
    """Who has it, until when, and which steps are done."""
    issue, waits_for = page.issue, _waits_for(page)
    lead = current_lead(page.turns)
    clock = main_clock(page.clocks, lead, now) if lead is not None else None
    parts = late_parts(page.turns, page.clocks, now)
    is_major = issue.matter_class == MatterClass.MAJOR
    result = [c for c in page.clocks if c.kind == DeadlineKind.RESOLVE]
    entered = entered_of(page.entries)
    return {
        "sentence": next_sentence(
            issue,
            page.turns,
            page.clocks,
            page.people,
            now,
            own=reader.own,
            waits_for=waits_for if is_major else "",
        ),
        "overdue": bool(parts) or (clock is not None and is_overdue(clock, now)),
        "first_promise": first_promise(issue, None if clock is None else clock.due_at, now),
        "waits_for": "" if is_major else waits_for,
        "chip": chip_shown(issue, span_of(result[0]) if result else None),
        "chain": chain_of(
            issue,
            page.turns,
            page.clocks,
            page.people,
            now,
            missed=page.missed,
            inside=reader.inside,
        ),
        **({} if issue.stage in CUT_SHORT else rail_of(issue, page.turns, entered, now=now)),
    }


def _waits_for(page: IssuePage) -> str | Promise:
    if page.facts.stage not in {*WORKED_ON, Stage.DELIVER}:
        return ""
    return before_delivery(page.facts) or left_to_others(page.facts)


def _told(page: IssuePage, reader: Reader, now: datetime) -> dict[str, Any]:
    """What was said, found, promised and done about it."""
    talks = talks_of(page.talks, reader, now)
    return {
        "answers": answers_of(page, reader, now),
        "additions": additions_of(page, reader, now),
        "supporters": page.issue.supporters,
        "merged_here": [{"url": address_of_issue(one), "spoken": one.spoken} for one in page.merged]
        if reader.works
        else [],
        "findings": findings_of(page, reader, now),
        "talks": talks,
        "agreed": [talk for talk in talks if talk["agreed"]],
        "promises": promises_of(page.commitments, now),
        "results": results_of(page, reader, now),
        "pair": before_and_after(page.photos, reader),
        "words": words_of(page, reader, now),
        "ending": ending_of(page.issue, reader, sees_into=page.sees_into),
        "timeline": timeline_of(page.issue, page.entries, page.turns, page.people, reader, now),
        "receipt": page.entries[0].receipt if page.entries and reader.inside else "",
    }


def _to_do(page: IssuePage, reader: Reader) -> dict[str, Any]:
    """What this reader may do; a visitor who could act as a neighbour is led to sign in first."""
    standing = page.standing
    is_open = page.issue.visibility == Visibility.PUBLIC
    visitor = standing.user_id is None

    def may(act: Act) -> bool:
        if visitor and act in {Act.SUPPORT, Act.FOLLOW, Act.ADD}:
            return is_open and stage_allows(act, page.facts)
        return offered(act, standing, page.facts)

    here = address_of_issue(page.issue)
    works = buttons_of(page.issue, page.facts, standing, back=here) if reader.works else []
    return {
        "may_support": may(Act.SUPPORT) and not page.supported,
        "supported": page.supported,
        "may_follow": may(Act.FOLLOW)
        and page.issue.is_open
        and not (page.supported or page.followed),
        "followed": may(Act.FOLLOW) and page.followed,
        "may_add": may(Act.ADD),
        "may_confirm": may(Act.CONFIRM),
        "may_withdraw": may(Act.WITHDRAW),
        "awaits_word": page.issue.stage == Stage.CONFIRM,
        "asked_by_phone": "" if page.issue.reporter_id else asked_by_phone(),
        "works": works,
        "council_asks": council_asks(page.facts, standing) if reader.works else "",
        "unreached": unreached_of(page.issue, page.facts, standing, back=here)
        if reader.works
        else None,
        "contact_url": address_of_act(page.issue, Act.SEE_CONTACT, back=here)
        if reader.works and may(Act.SEE_CONTACT)
        else "",
        "seldom": any(work["seldom"] for work in works),
    }
