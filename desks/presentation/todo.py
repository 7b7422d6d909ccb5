"""The top line of a case: what the reader must do, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import reduce

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.words import due_words, late_words
from issues.acts.table import offered
from issues.duties import may_deliver
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import WORKED_ON, Stage
from issues.enums.turns import Level
from issues.models import Deadline
from issues.presentation.clock_words import FIRST_ASKED, is_overdue, late_longest, owed_by
from issues.presentation.sentence import first_promise, joined, late_parts, next_sentence
from issues.queries.desk_case import CasePage
from issues.queries.own_turns import own_turns
from issues.rules import holds_lead

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
# {late} is “was due by 19 November, 9 days overdue”.
LATE: Mapping[str, Text] = {
    K.RECEIVE: gettext_lazy("Please take it in now: it {late}."),
    K.RESPOND: gettext_lazy("Please answer the resident now: it {late}."),
    K.TALK: gettext_lazy("Please hold the talk now: it {late}."),
    K.AGENDA: gettext_lazy("Please put it on an agenda now: it {late}."),
    K.RESOLVE: gettext_lazy("Please report a result now: it {late}."),
    K.DISPATCH: gettext_lazy("Please name who leads now: it {late}."),
    K.SUPERVISED: gettext_lazy("This is supervised: please act now. It {late}."),
    K.COMMITMENT: gettext_lazy("The promise {late}: please keep it and report the result."),
}
# For a department that may either promise a date or carry the matter out at once.
EITHER = gettext_lazy("Please promise a date, or report the result {due}.")


def todo_of(case: CasePage) -> dict[str, object]:
    """`words`, and `mine`: True if the reader must do it, False if it is only for information."""
    if asked := _asked(case):
        return asked
    clock = mine_first(case)
    todo = _of_clock(case, clock)
    broken = first_promise(case.issue, None if clock is None else clock.due_at, case.now)
    if not broken:
        return todo
    return {**todo, "words": joined(str(todo["words"]), broken), "late": True}


def _of_clock(case: CasePage, clock: Deadline | None) -> dict[str, object]:
    now = case.now
    if clock is not None and clock.kind in TODO:
        late = is_overdue(clock, now)
        pattern = LATE[clock.kind] if late else _pattern(clock, case)
        words = str(pattern).format(
            due=due_words(clock.due_at, now), late=late_words(clock.due_at, now) if late else ""
        )
        return {"words": words, "mine": True, "late": late}
    words = next_sentence(case.issue, case.turns, case.clocks, case.people, now)
    late = late_longest(case.clocks, now) is not None
    return {"words": words, "mine": False, "late": late}


def _pattern(clock: Deadline, case: CasePage) -> Text:
    facts = case.facts
    at_once = facts.level == Level.DEPARTMENT and facts.stage in WORKED_ON and may_deliver(facts)
    if clock.kind == K.RESOLVE and at_once and holds_lead(case.standing, facts):
        return EITHER
    return TODO[clock.kind]


def _asked(case: CasePage) -> dict[str, object]:
    """What others than the body that has the matter can do about it; empty if nothing."""
    if offered(Act.VERIFY, case.standing, case.facts):
        clock = next((c for c in case.clocks if c.kind == K.VERIFY), None)
        late = clock is not None and is_overdue(clock, case.now)
        return {"words": _to_look(clock, case.now, late=late), "mine": True, "late": late}
    if case.facts.stage == Stage.CONFIRM and offered(Act.CALL_BACK, case.standing, case.facts):
        words = _("The resident has not said yet whether it is solved: please call.")
        late_too = late_parts(case.turns, case.clocks, case.now)
        return {"words": reduce(joined, late_too, words), "mine": True, "late": bool(late_too)}
    return {}


def _to_look(clock: Deadline | None, now: datetime, *, late: bool) -> str:
    due = "" if clock is None else due_words(clock.due_at, now)
    if late:
        return _("Please look on the spot now whether it is done: it {late}.").format(late=due)
    return _("Please look on the spot whether it is done {due}.").format(due=due)


def mine_first(case: CasePage) -> Deadline | None:
    """What a body of the reader's owes: what is late longest, otherwise what comes first."""
    mine = [
        clock
        for turn in own_turns(case.turns, case.standing)
        for clock in owed_by(case.clocks, turn)
    ]
    return late_longest(mine, case.now) or min(
        mine, key=lambda clock: (FIRST_ASKED.index(K(clock.kind)), clock.due_at), default=None
    )
