"""居民评价: the resident has the last word (S9)."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from acting.storable import storable_text
from issues.actions import deadlines
from issues.actions.case import Case, opened
from issues.actions.rise import rise, supervise
from issues.actions.stage import move_to
from issues.actions.tell import tell_body
from issues.actions.turns import end_turns
from issues.enums import (
    Act,
    DeadlineKind,
    Ending,
    Level,
    Resolved,
    Satisfaction,
    Stage,
    TurnCause,
    WordVia,
)
from issues.models import Issue, Word


def confirm(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    resolved: Resolved,
    satisfaction: Satisfaction | None = None,
    text: str = "",
    look_above: bool = False,
    seen: int | None = None,
) -> Issue:
    """Solved closes it. Partly or not: the same holder makes it good, or the level above looks."""
    with opened(issue, Act.CONFIRM, actor=actor, now=now, seen=seen) as case:
        take_word(
            case,
            Word(
                issue=case.issue,
                by=actor,
                via=WordVia.SELF,
                resolved=resolved,
                satisfaction=satisfaction or "",
                text=storable_text(text, Word, "text"),
                look_above=look_above,
            ),
        )
        return case.issue


def take_word(case: Case, word: Word) -> None:
    """What a word brings about, however it was given."""
    issue = case.issue
    word.round, word.given_at = issue.unsolved_rounds + 1, case.now
    case.changes.doings.append(word)
    case.record(
        "word",
        {
            "resolved": word.resolved,
            "satisfaction": word.satisfaction,
            "via": word.via,
            "look_above": word.look_above,
            "round": word.round,
        },
        texts={"text": word.text},
    )
    deadlines.meet(case, DeadlineKind.CONFIRM, turn=case.lead)
    tell_body(case, case.lead.body, "word", resolved=word.resolved)
    if word.resolved == Resolved.SOLVED:
        close(case, Ending.SOLVED)
    else:
        _make_good(case, word)


def close(case: Case, ending: Ending) -> None:
    """End the issue; silence is never counted as satisfied."""
    move_to(case, Stage.CLOSED)
    case.issue.ending = ending
    end_turns(case)
    case.record("closed", {"ending": ending})


def _make_good(case: Case, word: Word) -> None:
    """补办 by the same holder; by wish, or the second time, one level up (DESIGN §5)."""
    issue = case.issue
    issue.unsolved_rounds += 1
    move_to(case, Stage.DELIVER)
    case.touch()
    goes_up = word.look_above or issue.unsolved_rounds > 1
    at_office = issue.level == Level.DEPARTMENT and case.lead.body.general_office
    if goes_up and not at_office:
        rise(case, TurnCause.WORD, reason=word.text)
        return
    deadlines.start(case, DeadlineKind.RESOLVE)
    if goes_up:
        supervise(case)
