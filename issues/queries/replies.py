"""The replies that a body keeps for the next time."""

from __future__ import annotations

from grids.standing import Standing
from issues.facts import Facts
from issues.models import Issue, KeptReply
from issues.rules import HANDS, acts_for

# As many as one finds one's way among; whoever keeps one more gives up another first.
MOST = 20


def replies_for(standing: Standing, facts: Facts, issue: Issue) -> list[KeptReply]:
    """Those of the body for which the person would answer, by name; one statement at most."""
    body = body_answering(standing, facts, issue)
    return [] if body is None else list(KeptReply.objects.filter(body=body))


def body_answering(standing: Standing, facts: Facts, issue: Issue) -> int | None:
    """None for a first receiver who no longer works there: they answer, but keep no words.

    As `casework.turn_of_actor.body_of_actor` finds it, who writes to its list.
    """
    for holder in (facts.lead, *facts.joints):
        if holder is not None and acts_for(standing, holder):
            return holder.body_id
    for body in (issue.grid, issue.community):
        if standing.holds(*HANDS[body.kind], body_id=body.pk):
            return body.pk
    return None
