"""The top line of a case: what the reader must do, and by when."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.words import due_words, overdue_words
from issues.acts import offered
from issues.duties import may_deliver
from issues.enums import WORKED_ON, Act, DeadlineKind, Level, Stage
from issues.models import Assignment, Deadline
from issues.presentation.clock_words import FIRST_ASKED, is_overdue
from issues.presentation.sentence import next_sentence
from issues.queries.case import CasePage
from issues.queries.facts import holder_of
from issues.rules import acts_for, holds_lead

K = DeadlineKind
Text = str | Promise
# {due} is “by Thursday 17:00”.
TODO: Mapping[str, Text] = {
    K.RECEIVE: gettext_lazy("Please take it in {due}."),
    K.RESPOND: gettext_lazy("Please answer the resident {due}."),
    K.TALK: gettext_lazy("Please hold a talk {due}, before or after the action."),
    K.AGENDA: gettext_lazy("Please put it on an agenda {due}."),
    K.RESOLVE: gettext_lazy("Please see to it, with a result {due}."),
    K.DISPATCH: gettext_lazy("Please name who leads {due}."),
    K.SUPERVISED: gettext_lazy("This is supervised: please act {due}."),
    K.COMMITMENT: gettext_lazy("Promised {due}: please keep it and report the result."),
}
# {late} is “3 hours overdue”.
LATE: Mapping[str, Text] = {
    K.RECEIVE: gettext_lazy("Please take it in now: {late}."),
    K.RESPOND: gettext_lazy("Please answer the resident now: {late}."),
    K.TALK: gettext_lazy("Please hold the talk now: {late}."),
    K.AGENDA: gettext_lazy("Please put it on an agenda now: {late}."),
    K.RESOLVE: gettext_lazy("Please report a result now: {late}."),
    K.DISPATCH: gettext_lazy("Please name who leads now: {late}."),
    K.SUPERVISED: gettext_lazy("This is supervised: please act now, {late}."),
    K.COMMITMENT: gettext_lazy("The promise is {late}: please keep it and report the result."),
}
# For a department that may either promise a date or carry the matter out at once.
EITHER = gettext_lazy("Please promise a date, or report the result {due}.")
ORDER = (*FIRST_ASKED, K.COMMITMENT)


def todo_of(case: CasePage) -> dict[str, object]:
    """`words`, and `mine`: True if the reader must do it, False if it is only for information."""
    now = case.now
    said = _asked(case)
    if said:
        return {"words": said, "mine": True}
    clock = mine_first(case)
    if clock is not None and clock.kind in TODO:
        late = is_overdue(clock, now)
        pattern = LATE[clock.kind] if late else _pattern(clock, case)
        words = str(pattern).format(
            due=due_words(clock.due_at, now), late=overdue_words(clock.due_at, now) if late else ""
        )
        return {"words": words, "mine": True}
    words = next_sentence(case.issue, case.turns, case.clocks, case.people, now)
    return {"words": words, "mine": False}


def _pattern(clock: Deadline, case: CasePage) -> Text:
    facts = case.facts
    at_once = facts.level == Level.DEPARTMENT and facts.stage in WORKED_ON and may_deliver(facts)
    if clock.kind == K.RESOLVE and at_once and holds_lead(case.standing, facts):
        return EITHER
    return TODO[clock.kind]


def _asked(case: CasePage) -> str:
    """What others than the body that has the matter can do about it."""
    if offered(Act.VERIFY, case.standing, case.facts):
        clock = next((c for c in case.clocks if c.kind == K.VERIFY), None)
        due = "" if clock is None else due_words(clock.due_at, case.now)
        return _("Please look on the spot whether it is done {due}.").format(due=due)
    if case.facts.stage == Stage.CONFIRM and offered(Act.CALL_BACK, case.standing, case.facts):
        return _("The resident has not said yet whether it is solved: please call.")
    return ""


def mine_first(case: CasePage) -> Deadline | None:
    """The first clock that runs out for a body that the reader speaks for."""
    mine = {turn.pk for turn in my_turns(case)}
    bodies = {turn.body_id for turn in my_turns(case)}
    running = [
        clock
        for clock in case.clocks
        if clock.assignment_id in mine
        or (clock.commitment is not None and clock.commitment.body_id in bodies)
    ]
    return min(running, key=lambda clock: (ORDER.index(K(clock.kind)), clock.due_at), default=None)


def my_turns(case: CasePage) -> list[Assignment]:
    return [turn for turn in case.current_turns if acts_for(case.standing, holder_of(turn))]
