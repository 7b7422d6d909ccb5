"""The sentence at the top: who has it, what happens next, by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.words import due_words, overdue_words
from grids.queries.people import PostHolders
from issues.enums import DeadlineKind, Ending, Stage
from issues.models import Assignment, Deadline, Issue
from issues.presentation.clock_words import is_overdue, main_clock
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
    K.CONFIRM: gettext_lazy("The result is in. The resident has the last word {due}."),
}
OWN: Mapping[str, Sentence] = {
    K.RESPOND: gettext_lazy("{who} has taken it in and will answer you {due}."),
    K.CONFIRM: gettext_lazy("The result is in. Is it solved? Please say so {due}."),
}
# {late} is “3 hours overdue”.
LATE: Mapping[str, Sentence] = {
    K.RECEIVE: gettext_lazy("It has reached {who}, but nobody has taken it in: {late}."),
    K.DISPATCH: gettext_lazy("{who} has yet to name the body that leads: {late}."),
    K.RESPOND: gettext_lazy("{who} has taken it in, but the first answer is {late}."),
    K.AGENDA: gettext_lazy("{who} is seeing to it; coming on an agenda is {late}."),
    K.SUPERVISED: gettext_lazy("It is being supervised: the answer of {who} is {late}."),
    K.VERIFY: gettext_lazy("{who} reports that it is done; the check on the spot is {late}."),
}
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
    clock = main_clock(clocks, lead.pk)
    if clock is None:
        return _("{who} has it.").format(who=who)
    sentence = _pattern(clock, own=own, overdue=is_overdue(clock, now)).format(
        who=who, due=due_words(clock.due_at, now), late=_late(clock, now)
    )
    # A role is written in lower case, except at the beginning of a sentence.
    sentence = f"{sentence[:1].upper()}{sentence[1:]}"
    if not waits_for:
        return sentence
    return _("{sentence} {waits_for}").format(sentence=sentence, waits_for=waits_for)


def _pattern(clock: Deadline, *, own: bool, overdue: bool) -> str:
    if overdue:
        return str(LATE.get(clock.kind) or _("{who} has it; the result is {late}."))
    table = OWN if own and clock.kind in OWN else NEXT
    return str(table[clock.kind])


def _late(clock: Deadline, now: datetime) -> str:
    return overdue_words(clock.due_at, now) if is_overdue(clock, now) else ""


def _how_it_ended(issue: Issue) -> str:
    if issue.stage == Stage.CLOSED:
        if issue.ending == Ending.SOLVED:
            return _("It is done: the resident says it is solved.")
        return _("It is closed without an answer from the resident, which counts as no praise.")
    return str(ENDED.get(issue.stage, ""))
