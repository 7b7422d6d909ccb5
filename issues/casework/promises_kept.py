"""What bodies promised in a matter that is merged, they owe in the one that goes on."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.turns import open_joint
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import Visibility
from issues.models import Assignment, Commitment


def take_promises(case: Case, other: Case) -> int:
    """With their dates and those who made them; how many were taken."""
    owed = [one for one in other.promises if one.fulfilled_at is None and one.dropped_at is None]
    for promise in owed:
        _take(case, promise, _words(other, promise))
    return len(owed)


def _words(other: Case, promise: Commitment) -> str:
    """The promise in its words; in a general sentence if its matter isn't public."""
    if other.issue.visibility == Visibility.PUBLIC:
        return promise.text
    with translation.override(settings.LANGUAGE_CODE):
        return _("As promised before both were handled as one.")


def _take(case: Case, promise: Commitment, text: str) -> None:
    turn = _turn_of(case, promise)
    taken = Commitment(
        issue=case.issue,
        assignment=turn,
        body=promise.body,
        by_id=promise.by_id,
        text=text,
        promised_at=promise.promised_at,
        due_at=promise.due_at,
    )
    case.changes.commitments.append(taken)
    case.promises.append(taken)
    kind = DeadlineKind.COMMITMENT
    deadlines.start_until(case, kind, taken.due_at, commitment=taken, why="promise")
    case.record(
        "committed",
        {"body": promise.body.code, "due": taken.due_at.isoformat(), "made_safe": False},
        texts={"text": text},
    )


def _turn_of(case: Case, promise: Commitment) -> Assignment:
    """The body's own turn here; it joins if it has none."""
    for turn in case.current():
        if turn.body_id == promise.body_id:
            return turn
    return open_joint(case, promise.body)
