"""The receipt: who has the matter, by when it is taken in, and by when one is answered.

It is kept, on paper or as a picture, so every date is written out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clocks.reading_moment import PAPER
from clocks.span_words import span_words
from clocks.words import due_words, when_words
from grids.queries.people import PostHolders
from issues.chain.policy import Policy
from issues.enums.deadlines import DeadlineKind, StartsAt
from issues.enums.stages import Stage
from issues.enums.turns import TurnRole
from issues.models import Assignment, Deadline, Issue
from issues.presentation.clock_words import late_longest, owed_by
from issues.presentation.people import current_lead, handler_name
from issues.presentation.sentence import next_sentence

K = DeadlineKind
Facts = list[dict[str, Any]]


def slip_of(
    issue: Issue,
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    people: PostHolders,
    policy: Policy,
    now: datetime,
    *,
    own: bool,
) -> dict[str, Any]:
    """For `components/slip.html`; `facts` are the dates, as the poster promises them."""
    lead = current_lead(turns)
    if lead is None:
        sentence, facts = next_sentence(issue, turns, clocks, people, now, own=own), []
    elif issue.stage == Stage.CONFIRM:
        sentence = _("The result is in; the resident has the last word.")
        facts = [{"label": _("The word"), "value": _due(clocks, K.CONFIRM, now)}]
    else:
        sentence, facts = _who(lead, people), dates_of(issue, lead, clocks, policy, now)
    return {
        "spoken": issue.spoken_on_paper,
        "reference": issue.reference,
        "sentences": [sentence],
        "facts": facts,
    }


def _who(lead: Assignment, people: PostHolders) -> str:
    who = handler_name(lead, people)
    said = _("{who} has it.") if lead.received_at else _("It has reached {who}.")
    sentence = said.format(who=who)
    return f"{sentence[:1].upper()}{sentence[1:]}"


def dates_of(
    issue: Issue, lead: Assignment, clocks: Sequence[Deadline], policy: Policy, now: datetime
) -> Facts:
    """When it is or was taken in, by when the resident is answered, by when there is a result."""
    mine = owed_by(clocks, lead)
    found = [
        (_("Taken in"), _taken_in(lead, mine, now)),
        (_("First answer"), _due(mine, K.RESPOND, now) or _after_receipt(issue, lead, policy)),
        (_("Result"), _due(mine, K.RESOLVE, now) or _due(mine, K.COMMITMENT, now)),
    ]
    late = late_longest(mine, now)
    return [
        {
            "label": label,
            "value": value,
            "late": late is not None and value == due_words(late.due_at, now, paper=True),
        }
        for label, value in found
        if value
    ]


def _taken_in(lead: Assignment, clocks: Sequence[Deadline], now: datetime) -> str:
    if lead.received_at is not None:
        return when_words(lead.received_at, PAPER)
    return _due(clocks, K.RECEIVE, now) or _due(clocks, K.DISPATCH, now)


def _due(clocks: Sequence[Deadline], kind: DeadlineKind, now: datetime) -> str:
    clock = next((clock for clock in clocks if clock.kind == kind), None)
    return "" if clock is None else due_words(clock.due_at, now, paper=True)


def _after_receipt(issue: Issue, lead: Assignment, policy: Policy) -> str:
    """Where the clock of the answer begins when it is taken in, its length is all that is known."""
    rule = policy.find(issue.matter_class, lead.level, TurnRole.LEAD, K.RESPOND)
    if rule is None or rule.starts != StartsAt.RECEIPT or lead.received_at is not None:
        return ""
    return _("within {span} after it is taken in").format(span=span_words(rule.span))
