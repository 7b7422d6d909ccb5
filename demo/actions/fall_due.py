"""One urgent matter whose first clock, of an hour, runs out within a minute."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from acting.refusals import Refused
from grids.models import Building, Category, Residence
from issues.actions.raise_issue import raise_issue
from issues.enums.deadlines import DeadlineKind
from issues.inputs import NewMatter
from issues.models import Deadline, Issue

GRID = "ZJD-2"
HOUSE = ("机械厂家属院", "5号楼")
SAID_AGO = timedelta(minutes=59, seconds=10)
WITHIN = timedelta(minutes=1)
CATEGORY = "wires"
TEXT = "五号楼一单元的电表箱冒烟，糊味越来越大，楼道里已经看不清了，快来人！"


@transaction.atomic
def fall_due(*, now: datetime) -> Deadline:
    """A neighbour said it nearly an hour ago, and nobody took it in; the grid's worker can watch.

    Pressed again before it ran out: the clock that is there. Raises Refused before the demo's
    data are there.
    """
    # Two who press at once wait here.
    house = Building.objects.select_for_update(of=("self",)).filter(
        estate__name=HOUSE[0], number=HOUSE[1], grid__code=GRID
    )
    building = house.first()
    lives = Residence.objects.filter(building=building).order_by("-pk").select_related("user")
    neighbour = lives.first()
    if building is None or neighbour is None:
        raise Refused(_("The demo data are still being made. Please look again in a minute."))
    running = Deadline.objects.running().filter(kind=DeadlineKind.RECEIVE, issue__text=TEXT)
    near = running.filter(due_at__gt=now, due_at__lte=now + WITHIN).order_by("due_at").first()
    return near or _clock(_raised(building, neighbour, now))


def _raised(building: Building, neighbour: Residence, now: datetime) -> Issue:
    category = Category.objects.filter(code=CATEGORY).first()
    matter = NewMatter(text=TEXT, building=building, category=category, danger=True)
    person = neighbour.user
    return raise_issue(matter, actor=person, reporter=person, now=now - SAID_AGO)


def _clock(issue: Issue) -> Deadline:
    clocks = Deadline.objects.running().filter(issue=issue, kind=DeadlineKind.RECEIVE)
    return clocks.select_related("issue").get()
