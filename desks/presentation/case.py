"""One case in the middle of a desk: enough to decide without scrolling."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from clocks.words import due_words, when_words
from desks.presentation.came import came_of
from desks.presentation.todo import mine_first, todo_of
from issues.acts.table import offered
from issues.addresses import address_of_act
from issues.enums.activity import PhotoPurpose
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.forms.acts.see_contact import masked_phone
from issues.models import Deadline
from issues.presentation.acts import buttons_of, council_asks, waits_for
from issues.presentation.chain import chain_of
from issues.presentation.chip import chip_shown
from issues.presentation.clock_words import is_overdue
from issues.presentation.matter import badge_of, place_of, title_of
from issues.presentation.past import past_of
from issues.presentation.pictures import pictures, with_purpose
from issues.presentation.reader import reader_of
from issues.presentation.unreached import unreached_of
from issues.presentation.why import span_of
from issues.queries.contact import contact_name
from issues.queries.desk_case import CasePage


def case_context(case: CasePage, *, back: str) -> dict[str, Any]:
    """For `desks/parts/case.html` and `desks/parts/acts.html`."""
    issue, standing, now = case.issue, case.standing, case.now
    # A desk opens its reader's own matter too, of which they read no more for having a post.
    reader = reader_of(standing, case.facts)
    first = mine_first(case)
    asked = first.kind if first is not None else ""
    buttons = buttons_of(issue, case.facts, standing, back=back, asked=asked)
    raised = with_purpose(case.photos, PhotoPurpose.RAISED)
    return {
        "issue": issue,
        "todo": todo_of(case),
        "title": title_of(issue, inside=True),
        "said_in_title": issue.text.strip() == title_of(issue, inside=True),
        "spoken": issue.spoken,
        "chip": chip_shown(issue, span_of(_result_clock(case))),
        "badge": badge_of(issue),
        "place": place_of(issue, inside=True),
        "category": issue.category.name if issue.category is not None else "",
        "raised": when_words(issue.raised_at, now),
        "came": came_of(case),
        "photos": pictures(raised, reader, own=reader.own),
        "chain": chain_of(
            issue, case.turns, case.clocks, case.people, now, missed=case.missed, inside=True
        ),
        "past": past_of(case, reader, when=partial(when_words, seen=now)),
        "promises": _promises(case),
        "contact": _contact(case, back),
        "buttons": buttons,
        "has_seldom": any(button["seldom"] for button in buttons),
        "council_asks": council_asks(case.facts, standing),
        "waits_for": waits_for(case.facts, standing),
        "additions_wait": getattr(issue, "additions_wait", False),
        "stuck": _stuck(case),
        "unreached": unreached_of(issue, case.facts, standing, back=back),
    }


def _result_clock(case: CasePage) -> Deadline | None:
    lead = next((t.pk for t in case.turns if t.role == TurnRole.LEAD and t.left_at is None), None)
    kinds = {c.kind: c for c in case.clocks if c.assignment_id == lead}
    return kinds.get(DeadlineKind.RESOLVE)


def _contact(case: CasePage, back: str) -> dict[str, Any] | None:
    issue = case.issue
    if not offered(Act.SEE_CONTACT, case.standing, case.facts):
        return None
    return {
        "name": contact_name(issue),
        "phone": masked_phone(issue),
        "for_someone_else": issue.for_someone_else,
        "shop": issue.shop_name,
        "url": address_of_act(issue, Act.SEE_CONTACT, back=back),
        "path": address_of_act(issue, Act.SEE_CONTACT),
    }


def _promises(case: CasePage) -> list[dict[str, Any]]:
    return [
        {
            "text": clock.commitment.text,
            "who": clock.commitment.body.display_name,
            "words": due_words(clock.due_at, case.now),
            "overdue": is_overdue(clock, case.now),
        }
        for clock in case.clocks
        if clock.commitment is not None
    ]


def _stuck(case: CasePage) -> str:
    """A sentence about a failed sweep, with its reason and the next try; "" if none failed."""
    failure = getattr(case.issue, "sweep_failure", None)
    if failure is None:
        return ""
    return _(
        "The clock of this matter could not be read {count} times ({reason}). It is tried again "
        "{when}; until then it moves only by hand."
    ).format(
        count=failure.attempts,
        reason=failure.reason,
        when=when_words(failure.next_try_at, case.now),
    )
