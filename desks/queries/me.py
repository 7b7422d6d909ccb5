"""The matters that a person raised or supports, with who has each and until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    Case,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    QuerySet,
    Value,
    When,
)
from django.utils import timezone

from accounts.models import User
from acting.queries.only_row import only_row
from council.models import CouncilMember
from grids.models import Residence
from grids.queries.people import PostHolders, post_holders
from grids.standing import Standing
from issues.enums.stages import ENDED_STAGES, Stage
from issues.models import Assignment, Deadline, Issue
from issues.queries.first_promise import kept_first_promise
from issues.queries.visible import visible_to
from notifications.models import Notice

TOP_NOTICES = 3


@dataclass(frozen=True, slots=True)
class MatterWithClocks:
    issue: Issue
    turns: Sequence[Assignment]
    clocks: Sequence[Deadline]


def raised_by(user: User) -> QuerySet[Issue]:
    """First what waits for the person's verdict, then open, then ended ones; newest first."""
    order = Case(
        When(stage=Stage.CONFIRM, then=Value(0)),
        When(stage__in=ENDED_STAGES, then=Value(2)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return Issue.objects.filter(reporter=user).order_by(order, "-raised_at", "-pk")


def supported_by(user: User, standing: Standing) -> QuerySet[Issue]:
    """The matters that the person supports and may still read, so without those hidden since."""
    supported = visible_to(standing).filter(supports__user=user)
    return supported.order_by("-supports__supported_at", "-pk")


def followed_by(user: User, standing: Standing) -> QuerySet[Issue]:
    """The matters that the person only follows and may still read."""
    return visible_to(standing).filter(follows__user=user).order_by("-follows__followed_at", "-pk")


def with_holders(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Prefetch who has each; call it before slicing a page. Two statements more."""
    turns = Assignment.objects.current().select_related("body")
    known = issues.annotate(first_kept=kept_first_promise())
    return known.select_related("grid", "category").prefetch_related(
        Prefetch("assignments", turns, to_attr="current_turns"),
        Prefetch(
            "deadlines",
            Deadline.objects.owed().select_related("commitment"),
            to_attr="owed_clocks",
        ),
    )


def matters(page: Iterable[Issue], *, now: datetime) -> tuple[list[MatterWithClocks], PostHolders]:
    """Issues that came through `with_holders`, with the people at the bodies that have them."""
    found = [
        MatterWithClocks(issue, issue.current_turns, issue.owed_clocks)  # type: ignore[attr-defined]
        for issue in page
    ]
    return found, post_holders({turn.body_id for one in found for turn in one.turns}, now=now)


def newest_unread(user: User) -> list[Notice]:
    unread = Notice.objects.filter(recipient=user, read_at=None)
    return list(unread.order_by("-created_at", "-pk")[:TOP_NOTICES])


def residence_of(user: User) -> Residence | None:
    homes = Residence.objects.filter(user=user)
    return only_row(homes.select_related("building__estate", "building__grid__parent"))


def home_and_seat(user: User, *, now: datetime) -> tuple[Residence | None, bool]:
    """Where they live, and whether they sit in a council today: one statement."""
    terms = CouncilMember.objects.on(timezone.localdate(now)).filter(person=OuterRef("pk"))
    people = User.objects.select_related(
        "residence__building__estate", "residence__building__grid__parent"
    )
    row = people.annotate(sits=Exists(terms)).get(pk=user.pk)
    return getattr(row, "residence", None), row.sits
