"""交办单: what the sheet of A4 says. It is paper, so each date is written out with its year."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from clocks.dates import moment_words
from clocks.reading_moment import PAPER
from clocks.words import when_words
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.masking import Hidden, mask
from issues.models import Assignment, Deadline, Outcome
from issues.presentation.activity import payer_words, promises_of
from issues.presentation.chip import chip_shown
from issues.presentation.clock_words import clock_words, is_overdue
from issues.presentation.kinds import CAUSES
from issues.presentation.matter import place_of, title_of
from issues.presentation.money import yuan
from issues.presentation.past import past_of
from issues.presentation.people import current_lead, first_receiver_of
from issues.presentation.reader import Reader
from issues.presentation.sentence import first_promise
from issues.queries.desk_case import CasePage

# Numbers of people; sheets lie about, and say that they have none.
NUMBERS = frozenset({Hidden.PHONE, Hidden.LANDLINE, Hidden.IDENTITY, Hidden.ACCOUNT, Hidden.CODE})
# What we write ourselves: references, dates, sums, and whom to ask, with the number of the post.
OURS = frozenset({"issue", "spoken", "raised", "when", "amount", "first_receiver", "printed"})


def order_of(case: CasePage, reader: Reader) -> dict[str, Any]:
    """For `issues/slip.html`."""
    shown = _written(case, reader)
    return {name: part if name in OURS else without_numbers(part) for name, part in shown.items()}


def _written(case: CasePage, reader: Reader) -> dict[str, Any]:
    issue, turns = case.issue, [_turn(turn) for turn in case.turns]
    return {
        "issue": issue,
        "spoken": issue.spoken_on_paper,
        "title": title_of(issue, inside=True),
        "words": issue.text,
        "held_by": [turn["holds"] for turn in turns if turn["now"]],
        "chip": chip_shown(issue),
        "place": place_of(issue, inside=True),
        "raised": moment_words(issue.raised_at, PAPER),
        "turns": turns,
        "past": _past(case, reader),
        "clocks": [_term(case, clock) for clock in case.clocks],
        "first_promise": _first_promise(case),
        "promises": promises_of(case.commitments, case.now, paper=True),
        "money": [_money(outcome) for outcome in case.outcomes if outcome.money is not None],
        "first_receiver": first_receiver_of(issue, case.turns, case.people),
        "printed": moment_words(case.now, PAPER),
    }


def _first_promise(case: CasePage) -> str:
    """Once, where a clock that is written out has the same date."""
    due = case.issue.promised_by
    shown = due if any(clock.due_at == due for clock in case.clocks) else None
    return first_promise(case.issue, shown, case.now, paper=True)


def _term(case: CasePage, clock: Deadline) -> dict[str, Any]:
    return {
        "whose": _whose(case, clock),
        "words": clock_words(clock, case.now, paper=True),
        "late": is_overdue(clock, case.now),
    }


def _whose(case: CasePage, clock: Deadline) -> str:
    """Who has to do it by then, as `queries.owing.OWED_BY` says it."""
    if clock.kind == DeadlineKind.CONFIRM:
        return _("the resident")
    if clock.kind == DeadlineKind.VERIFY:
        return case.issue.grid.display_name
    if clock.commitment is not None:
        return clock.commitment.body.display_name
    turn = next((turn for turn in case.turns if turn.pk == clock.assignment_id), None)
    if turn is None or (clock.kind == DeadlineKind.TALK and turn.left_at is not None):
        turn = current_lead(case.turns)
    return "" if turn is None else turn.body.display_name


def _money(outcome: Outcome) -> dict[str, str]:
    return {
        "body": outcome.body.display_name,
        "amount": yuan(outcome.money or "0"),
        "payer": payer_words(outcome) if outcome.paid_by else "",
        "what": outcome.text,
    }


def _past(case: CasePage, reader: Reader) -> list[dict[str, Any]]:
    return list(
        reversed(past_of(case, reader, when=partial(when_words, seen=PAPER), without={"note"}))
    )


def without_numbers(part: Any) -> Any:
    """All text in it without numbers of people."""
    match part:
        case str():
            return mask(part, but=frozenset(Hidden) - NUMBERS).text
        case dict():
            return {
                name: inner if name in OURS else without_numbers(inner)
                for name, inner in part.items()
            }
        case list() | tuple():
            return [without_numbers(inner) for inner in part]
    return part


def _turn(turn: Assignment) -> dict[str, Any]:
    name = turn.body.display_name
    body = _("{body} (joint)").format(body=name) if turn.role == TurnRole.JOINT else name
    return {
        "body": body,
        "holds": body if turn.received_at else _("{body}, not taken in yet").format(body=body),
        "now": turn.left_at is None,
        "when": moment_words(turn.started_at, PAPER),
        "why": str(CAUSES[turn.cause]).format(body=name),
        "reason": turn.reason,
        "tried": turn.tried,
    }
