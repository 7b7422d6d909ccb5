"""The sentence at the top: who has it, what happens next, by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.words import due_words, late_words
from grids.queries.people import PostHolders
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import Ending, Stage
from issues.enums.turns import TurnRole
from issues.models import Assignment, Deadline, Issue
from issues.presentation.clock_words import (
    clock_words,
    is_overdue,
    late_longest,
    main_clock,
    owed_by,
)
from issues.presentation.people import current_lead, handler_name

Sentence = str | Promise
K = DeadlineKind

# {who} has it; {due} is “by Tuesday 14:00”.
NEXT: Mapping[str, Sentence] = {
    K.RECEIVE: gettext_lazy("It has reached {who}, to be taken in {due}."),
    K.DISPATCH: gettext_lazy("It has reached {who}, who will name the body that leads {due}."),
    K.RESPOND: gettext_lazy("{who} has taken it in and will answer the resident {due}."),
    K.AGENDA: gettext_lazy("{who} is seeing to it; it comes on an agenda {due}."),
    K.RESOLVE: gettext_lazy("{who} is seeing to it, with a result {due}."),
    K.TALK: gettext_lazy("{who} is seeing to it; there is a talk {due}."),
    K.SUPERVISED: gettext_lazy("It is being supervised: {who} must answer {due}."),
    K.VERIFY: gettext_lazy("{who} reports that it is done; somebody checks on the spot {due}."),
    K.PAUSE_END: gettext_lazy("{who} has it; it goes on {due}."),
    K.PARKED: gettext_lazy("{who} keeps it open, with the next answer {due}."),
    K.COMMITMENT: gettext_lazy("{who} promises to have it done {due}."),
    K.CONFIRM: gettext_lazy("The result is in. The resident has the last word {due}."),
}
OWN: Mapping[str, Sentence] = {
    K.RESPOND: gettext_lazy("{who} has taken it in and will answer you {due}."),
    K.CONFIRM: gettext_lazy("The result is in. Is it solved? Please say so {due}."),
}
# {late} is “was due by 19 November, 9 days overdue”.
LATE: Mapping[str, Sentence] = {
    K.RECEIVE: gettext_lazy("It has reached {who}, but nobody has taken it in: it {late}."),
    K.DISPATCH: gettext_lazy("{who} has yet to name the body that leads: it {late}."),
    K.RESPOND: gettext_lazy("{who} has taken it in, but the first answer {late}."),
    K.AGENDA: gettext_lazy("{who} is seeing to it; coming on an agenda {late}."),
    K.TALK: gettext_lazy("{who} has it; the talk that is owed {late}."),
    K.SUPERVISED: gettext_lazy("It is being supervised: the answer of {who} {late}."),
    K.VERIFY: gettext_lazy("{who} reports that it is done; the check on the spot {late}."),
    K.COMMITMENT: gettext_lazy("{who} has not kept its promise: it {late}."),
    K.CONFIRM: gettext_lazy("The result is in. The resident's word {late}."),
}
# Whoever has not taken it in is not seeing to it, whatever else is due.
NOT_TAKEN_IN = gettext_lazy("It has reached {who}, who has not taken it in yet. {clock}.")
BEFORE_RECEIPT = frozenset({K.RECEIVE, K.DISPATCH, K.VERIFY, K.CONFIRM})
ENDED: Mapping[str, Sentence] = {
    Stage.DECLINED: gettext_lazy("This is not for the council; below is where to go instead."),
    Stage.MERGED: gettext_lazy("It is being handled together with another matter."),
    Stage.WITHDRAWN: gettext_lazy("The resident has taken it back."),
}


def next_sentence(
    issue: Issue,
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    people: PostHolders,
    now: datetime,
    *,
    own: bool = False,
    waits_for: str | Promise = "",
) -> str:
    """`own` means the reader is the reporter; `waits_for` says what must come first."""
    lead = current_lead(turns)
    if lead is None:
        return _how_it_ended(issue)
    who = handler_name(lead, people)
    clock = main_clock(clocks, lead, now)
    if clock is None:
        return _has_it(lead).format(who=who)
    overdue = is_overdue(clock, now)
    sentence = _pattern(clock, lead, own=own, overdue=overdue).format(
        who=who,
        due=due_words(clock.due_at, now),
        late=late_words(clock.due_at, now) if overdue else "",
        clock=clock_words(clock, now),
    )
    # A role is written in lower case, except at the beginning of a sentence.
    said = [f"{sentence[:1].upper()}{sentence[1:]}", *late_parts(turns, clocks, now)]
    if overdue:
        said += _supervised(clocks, lead, now)
    if waits_for:
        said.append(str(waits_for))
    return reduce(joined, said)


def first_promise(
    issue: Issue, shown: datetime | None, now: datetime, *, paper: bool = False
) -> str:
    """A sentence about the date that was promised first, once it is broken; otherwise "".

    No class and no level resets that date. `shown` is a date that the page says already; it is not
    said twice. The issue carries the annotation `first_kept` of `queries.first_promise`.
    """
    due = issue.promised_by
    if due is None or due >= now or not issue.is_open or issue.stage == Stage.CONFIRM:
        return ""
    if shown == due or getattr(issue, "first_kept", False):
        return ""
    late = late_words(due, now, paper=paper)
    return _("The result that was promised at first {late}.").format(late=late)


def and_first_promise(said: str, broken: str) -> str:
    """Words that are no sentence yet, and after them what `first_promise` says, if anything."""
    return _("{said}. {broken}").format(said=said, broken=broken) if broken else said


def late_parts(turns: Sequence[Assignment], clocks: Sequence[Deadline], now: datetime) -> list[str]:
    """A sentence for each joint body that is late with its part.

    While the resident is asked, there is also one for the talk that the current lead still owes.
    """
    found = []
    if any(clock.kind == K.CONFIRM for clock in clocks):
        found += [talk_late(clock.due_at, now) for clock in _talks(clocks) if clock.due_at < now]
    for turn in turns:
        if turn.role != TurnRole.JOINT or turn.left_at is not None:
            continue
        late = late_longest(owed_by(clocks, turn), now)
        if late is not None:
            who, when = turn.body.display_name, late_words(late.due_at, now)
            found.append(_("The part of {who} {late}.").format(who=who, late=when))
    return found


def _talks(clocks: Sequence[Deadline]) -> list[Deadline]:
    return [clock for clock in clocks if clock.kind == K.TALK]


def talk_late(due: datetime, now: datetime) -> str:
    return _("The talk that is owed {late}.").format(late=late_words(due, now))


def _supervised(clocks: Sequence[Deadline], lead: Assignment, now: datetime) -> list[str]:
    """A late matter may be under supervision, which has a date of its own."""
    by_then = [
        clock
        for clock in owed_by(clocks, lead)
        if clock.kind == K.SUPERVISED and not is_overdue(clock, now)
    ]
    return [
        _("It is being supervised, with an answer {due}.").format(due=due_words(clock.due_at, now))
        for clock in by_then
    ]


def joined(sentence: str, more: str) -> str:
    return _("{sentence} {more}").format(sentence=sentence, more=more)


def _has_it(lead: Assignment) -> str:
    if lead.received_at is None:
        return _("It has reached {who}, who has not taken it in yet.")
    return _("{who} has it.")


def _pattern(clock: Deadline, lead: Assignment, *, own: bool, overdue: bool) -> str:
    if lead.received_at is None and clock.kind not in BEFORE_RECEIPT:
        return str(NOT_TAKEN_IN)
    if overdue:
        return str(LATE.get(clock.kind) or _("{who} has it; the result {late}."))
    table = OWN if own and clock.kind in OWN else NEXT
    return str(table[clock.kind])


def _how_it_ended(issue: Issue) -> str:
    if issue.stage == Stage.CLOSED:
        if issue.ending == Ending.SOLVED:
            return _("It is done: the resident says it is solved.")
        return _("It is closed without an answer from the resident, which counts as no praise.")
    return str(ENDED.get(issue.stage, ""))
