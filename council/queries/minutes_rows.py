"""What the end of a sitting and its minutes ask beside its state, in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from accounts.queries.prepared import given_key
from acting.queries.together import PreparedTogether
from council.enums.table import TableAct
from council.models import Command, Council, Meeting, NamedBallot, Pledge, Presence
from council.queries.next_sitting import following
from grids.models import Body, Venue


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRows:
    """`stays` by the key of their line, `ballots` by that of their vote, `pledges` by that of
    their resolution; `log` without what was undone; `joined` sit with the host.
    """

    stays: Mapping[int, Sequence[Presence]]
    ballots: Mapping[int, Sequence[NamedBallot]]
    pledges: Mapping[int, Sequence[Pledge]]
    log: Sequence[Command]
    following: Meeting | None
    joined: Sequence[Council]


def minutes_rows(meeting: Meeting) -> MinutesRows:
    stays, ballots, pledges, joined, bodies, log, next_ones, venues = _rows(meeting=meeting.pk)
    named = {body.pk: body for body in bodies}
    for pledge in pledges:
        pledge.body = named.get(pledge.body_id)
    for council in joined:
        council.body = named[council.body_id]
    known = {venue.pk: venue for venue in venues}
    for one in next_ones:
        one.venue = known.get(one.venue_id)
    return MinutesRows(
        stays=_by("roll_id", stays),
        ballots=_by("vote_id", ballots),
        pledges=_by("resolution_id", pledges),
        log=log,
        following=next_ones[0] if next_ones else None,
        joined=joined,
    )


def _by(name: str, rows: Sequence[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


MEETING = given_key("meeting")


@PreparedTogether
def _rows() -> Sequence[QuerySet[Any, Any]]:
    pledges = Pledge.objects.filter(resolution__item__meeting=MEETING).order_by("pk")
    log = Command.objects.filter(meeting=MEETING, undone=False).exclude(kind=TableAct.UNDO)
    next_one = following(MEETING)
    ballots = NamedBallot.objects.filter(vote__meeting=MEETING)
    joined = Council.objects.filter(joint_meetings__meeting=MEETING)
    named = Q(pk__in=pledges.order_by().values("body")) | Q(pk__in=joined.order_by().values("body"))
    return (
        Presence.objects.filter(roll__meeting=MEETING).order_by("came_at", "pk"),
        ballots.order_by("roll__position", "roll"),
        pledges,
        joined.order_by("joint_meetings__pk"),
        Body.objects.filter(named).order_by(),
        log.order_by("seq"),
        next_one.order_by("pk")[:1],
        Venue.objects.filter(pk__in=next_one.order_by().values("venue")).order_by(),
    )
