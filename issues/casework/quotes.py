"""What neighbours were told of a matter goes with it when it is hidden or let go of."""

from collections.abc import Sequence

from issues.casework.case import Case
from issues.casework.tell import neighbours_of
from notifications.actions.forget_said import forget_said
from notifications.actions.mark_read import mark_read_about


def quiet_neighbours(cases: Sequence[Case]) -> None:
    """Those to whom the same happened can't read it any more, nor what notices quote of it.

    What they were told before leads nowhere, so it is nothing new either.
    """
    people = set().union(*(neighbours_of(case) for case in cases))
    subjects = [case.issue.uid for case in cases]
    forget_said(subjects, people=people)
    for case in cases[:1]:
        mark_read_about(subjects, people=people, now=case.now)


def quiet_former(case: Case, person: int | None) -> None:
    """Take the quotes out of the notices to someone who stops following, unless they reported it.

    Once they don't follow, nobody would find them when the matter is hidden.
    """
    if person is not None and person != case.issue.reporter_id:
        forget_said([case.issue.uid], people=[person])
