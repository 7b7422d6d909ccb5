"""What the working desks ask for, as named conditions on issues."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import JSONObject
from django.utils import timezone

from accounts.queries.prepared import Given
from acting.queries.among import Among
from grids.models import Body, Posting
from grids.queries.names import display_name, own_name
from issues.enums.deadlines import DeadlineKind, OnBreach
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import ENDED_STAGES, Stage
from issues.enums.turns import Level, TurnCause, TurnRole
from issues.models import Assignment, CallBack, Commitment, Deadline, Issue, Outcome, SweepFailure
from issues.queries.first_promise import kept_first_promise
from issues.queries.owing import OWED_BY
from issues.queries.unreached import reporter_unreached
from issues.rules import MOST_CALL_BACKS
from notifications.queries.unreached import unheard_subjects

OPEN = ~Q(stage__in=ENDED_STAGES)
WAITS_FOR_THE_RESIDENT = Q(stage=Stage.CONFIRM)
NOT_CHECKED = OPEN & Q(visibility=Visibility.PENDING)
NOT_WAITED_FOR = ~Q(kind__in=(DeadlineKind.CONFIRM, DeadlineKind.VERIFY))
# How many endings a desk shows; older ones are found in the list of all matters.
MOST_ENDED = 20
URGENT = OPEN & Q(matter_class=MatterClass.URGENT)


def of_it(rows: QuerySet[Any]) -> Q:
    """At least one of `rows` belongs to the issue.

    An EXISTS, asked for each issue of the desk: `pk IN (all of rows)` would read the rows of all
    communities each time.
    """
    return Q(Exists(rows.filter(issue=OuterRef("pk"))))


def held(body: Body, *, role: TurnRole | None = None, received: bool | None = None) -> Q:
    """The body has a turn at the issue now."""
    turns = Assignment.objects.current().filter(body=body)
    if role is not None:
        turns = turns.filter(role=role)
    if received is not None:
        turns = turns.filter(received_at__isnull=not received)
    return Q(pk__in=turns.values("issue_id"))


def reached_at(place: Q, body: Body) -> Q:
    """Issues of a place, and those of other places that `body` has a turn at.

    As `reached_by`, a question about an issue that was found already.
    """
    return place | of_it(Assignment.objects.current().filter(body=body))


def reached_by(body: Body) -> Q:
    """The body has or had a turn at it."""
    return of_it(Assignment.objects.filter(body=body))


def at_hand(place: Q, body: Body, readable: Q) -> Q:
    """The part of `reached_at` that is open, held, lately ended, or ended with a failed message.

    All other ended matters grow without limit, so only a search goes through them.
    """
    there = Issue.objects.filter(place)
    ended = there.filter(readable, ended_at__isnull=False)
    lately = ended.order_by("-ended_at", "-pk")[:MOST_ENDED]
    # Failed messages of all places: every section leaves out other places itself. With the place
    # asked here too, the database would read everything that ended in it.
    unheard = Issue.objects.filter(Among("uid", ArraySubquery(unheard_subjects())))
    turns = Assignment.objects.current().filter(body=body).values("issue_id")
    parts = (lately.values("pk"), unheard.values("pk"), turns)
    return Q(Among("pk", ArraySubquery(there.filter(ended_at=None).values("pk").union(*parts))))


def open_in_street(body: Body) -> Q:
    there = Issue.objects.filter(in_street(body), ended_at=None)
    return Q(Among("pk", ArraySubquery(there.values("pk"))))


def of_holder(body: Body) -> Q:
    """What the body holds or has promised, and what ended lately of all it ever held.

    Of its turns that are over only the last ones are looked through. A matter that ended long
    after the body had handed it on stands with whoever held it then, and a search finds it.
    """
    turns = Assignment.objects.filter(body=body)
    promises = Commitment.objects.filter(body=body, fulfilled_at=None, dropped_at=None)
    over = turns.filter(left_at__isnull=False, issue__ended_at__isnull=False)
    # A matter may have come to the body several times.
    lately = over.order_by("-left_at")[: 2 * MOST_ENDED]
    parts = (promises.order_by().values("issue_id"), lately.values("issue_id"))
    return Q(Among("pk", ArraySubquery(turns.current().values("issue_id").union(*parts))))


def due_by(end: Given, clocks: Q) -> Q:
    """One of these running clocks is due before `end`."""
    return of_it(Deadline.objects.running().filter(clocks, due_at__lt=end))


def due_of(body: Body, end: Given) -> Q:
    """One of the body's own clocks, of its turns and promises, is due before `end`, or late.

    A missed talk is owed by whoever leads now, as `clocks_of` shows it. The body's turns are read
    first: the database can't know how few of them are current, and would go through the running
    clocks of everybody.
    """
    turns = Assignment.objects.current().filter(body=body)
    promises = Commitment.objects.filter(body=body, fulfilled_at=None, dropped_at=None)
    due = Deadline.objects.running().filter(NOT_WAITED_FOR, due_at__lt=end)
    missed = Deadline.objects.undone().filter(NOT_WAITED_FOR)
    of_turns = Among("assignment_id", ArraySubquery(turns.values("pk")))
    promised = Among("commitment_id", ArraySubquery(promises.order_by().values("pk")))
    first, *others = [
        clocks.filter(whose).values("issue_id")
        for clocks in (due, missed)
        for whose in (of_turns, promised)
    ]
    # Whether it leads is asked last, of few: by role the database would read everybody's leads.
    talk_missed = of_it(Deadline.objects.undone().filter(kind=DeadlineKind.TALK))
    owes_talk = held(body) & talk_missed & of_it(turns.lead())
    return Q(pk__in=first.union(*others)) | owes_talk


def clocks_of(body: Body) -> Q:
    """Clocks of the body's turns and promises, without those that wait for others to act.

    A missed talk goes with the matter to whoever leads.
    """
    mine = Q(assignment__body=body, assignment__left_at__isnull=True) | Q(commitment__body=body)
    leads = Assignment.objects.current().lead().filter(issue=OuterRef("issue"), body=body)
    return (mine | Q(Exists(leads), kind=DeadlineKind.TALK)) & NOT_WAITED_FOR


def clocks_of_kind(*kinds: DeadlineKind) -> Q:
    return Q(kind__in=kinds)


def pushed_by_clock() -> Q:
    """Clocks whose breach moves the issue up a level."""
    return Q(rule__on_breach=OnBreach.PUSH_UP)


def awaits_verification() -> Q:
    """The lead's result of this round waits to be checked on the spot."""
    waiting = Outcome.objects.filter(
        needs_verification=True,
        verified_at__isnull=True,
        refused_at__isnull=True,
        assignment__role=TurnRole.LEAD,
        round=OuterRef("unsolved_rounds") + 1,
    )
    return Q(stage=Stage.DELIVER) & of_it(waiting)


def to_call_back() -> Q:
    """The resident's verdict is missing, and not all calls of this round have been made."""
    calls = CallBack.objects.filter(round=OuterRef("unsolved_rounds") + 1)
    made = calls.order_by().values("issue_id").annotate(made=Count("pk"))
    return WAITS_FOR_THE_RESIDENT & ~of_it(made.filter(made__gte=MOST_CALL_BACKS))


def waits_for_a_lead() -> Q:
    """The street's general office has it, and no lead has been named."""
    waiting = Assignment.objects.current().lead().filter(body__general_office=True)
    return of_it(waiting.exclude(cause=TurnCause.NAMED))


def supervised() -> Q:
    return of_it(Deadline.objects.running().filter(kind=DeadlineKind.SUPERVISED))


def late() -> Q:
    """A body has missed a clock of its turn, or a promise, and has not done it since."""
    return OPEN & of_it(Deadline.objects.late())


def late_clocks(_body: Body) -> Q:
    """By which what is late is shown and sorted: what is late longest stands first."""
    return Q(breached_at__isnull=False)


def late_at(body: Body) -> Q:
    """It is this body that is late; as `late_bodies` counts it."""
    return OPEN & of_it(Deadline.objects.late().annotate(owing=OWED_BY).filter(owing=body.pk))


def promised_by(body: Body) -> Q:
    """The body has an open promise on the issue."""
    promises = Commitment.objects.filter(body=body, fulfilled_at=None, dropped_at=None)
    return Q(stage=Stage.DELIVER, pk__in=promises.values("issue_id"))


def failed_sweep() -> Q:
    return OPEN & of_it(SweepFailure.objects.all())


def message_failed() -> Q:
    """A message to the reporter failed for good, and they may not know what it said."""
    return Q(reporter_unreached())


def in_grid(body: Body) -> Q:
    return Q(grid=body)


def in_community(body: Body) -> Q:
    return Q(community=body)


def in_street(body: Body) -> Q:
    below = Body.objects.filter(path__startswith=body.path).exclude(pk=body.pk).order_by()
    return Q(Among("community_id", ArraySubquery(below.values("pk"))))


def at_departments() -> Q:
    return OPEN & Q(level=Level.DEPARTMENT)


def nearest(clocks: Q) -> QuerySet[Deadline]:
    """What the issue is owed by `clocks`, the late and the next one due first; for a Subquery."""
    owed = Deadline.objects.owed().filter(clocks, issue=OuterRef("pk"))
    return owed.order_by("due_at", "pk")


def with_due(issues: QuerySet[Issue], clocks: Q) -> QuerySet[Issue]:
    """Add only the alias that a queue is sorted by."""
    return issues.alias(clock_due_at=Subquery(nearest(clocks).values("due_at")[:1]))


def with_clock(issues: QuerySet[Issue], clocks: Q) -> QuerySet[Issue]:
    """Annotate `nearest_clock`, the nearest of these with who owes it, and `lead_turn`.

    Each is a dict as JSON keeps it, or None: asked for one by one, PostgreSQL would look for the
    same row once for each of its columns, and take longer to plan that than to read it.
    """
    running = nearest(clocks).annotate(owing=OWED_BY)
    clock = JSONObject(
        kind="kind", starts_at="starts_at", due_at="due_at", basis="basis", owing=_owing()
    )
    lead = Assignment.objects.filter(issue=OuterRef("pk"), role=TurnRole.LEAD).order_by("-turn")
    turn = JSONObject(
        name=display_name(),
        sees_to_it=_sees_to_it(),
        cause="cause",
        received_at="received_at",
        missed_kind="missed_kind",
        reason="reason",
    )
    return with_due(issues, clocks).annotate(
        nearest_clock=Subquery(running.values(json=clock)[:1]),
        lead_turn=Subquery(lead.values(json=turn)[:1]),
        first_kept=kept_first_promise(),
        has_joint=Exists(
            Assignment.objects.current().filter(issue=OuterRef("pk"), role=TurnRole.JOINT)
        ),
    )


def _sees_to_it() -> Case:
    """Of a turn: who is named; "" where their posting there has ended, None where nobody is."""
    posts = Posting.objects.active_on(timezone.localdate())
    still_there = posts.filter(user=OuterRef("assignee"), body=OuterRef("body")).order_by()
    return Case(
        When(assignee__isnull=True, then=None),
        When(Exists(still_there), then=F("assignee__name")),
        default=Value(""),
        output_field=CharField(),
    )


def _owing() -> Subquery:
    """Of a clock that is annotated with who owes it: the name of that body."""
    body = Body.objects.filter(pk=OuterRef("owing")).values(called=own_name())[:1]
    return Subquery(body, output_field=CharField())
