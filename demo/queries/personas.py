"""The cast as stored in the database, and the clocks that run out next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import get_language

from accounts.models import User
from demo.cast import CAST, GROUPS, Group, Persona
from grids.models import Body
from grids.standing import Standing
from issues.models import Deadline, Issue
from issues.queries.visible import visible_to

SOON = timedelta(minutes=15)
MOST = 6


@dataclass(frozen=True, slots=True)
class Played:
    """A persona that can be signed in as; `body` is named in the reader's language."""

    persona: Persona
    body: str

    @property
    def name(self) -> str:
        return self.persona.name_en if get_language() == "en" else self.persona.name_zh


@dataclass(frozen=True, slots=True)
class Troupe:
    group: Group
    people: tuple[Played, ...]

    @property
    def label(self) -> str:
        return str(GROUPS[self.group])


@dataclass(frozen=True, slots=True)
class Countdown:
    clock: Deadline
    issue: Issue
    opens: bool


def troupes() -> list[Troupe]:
    """The stored personas by group; two statements."""
    phones = [persona.phone for persona in CAST]
    there = set(
        User.objects.filter(phone__in=phones, is_active=True).values_list("phone", flat=True)
    )
    codes = {persona.body_code for persona in CAST}
    bodies = {body.code: body.display_name for body in Body.objects.filter(code__in=codes)}
    found = [
        Played(persona, bodies.get(persona.body_code, ""))
        for persona in CAST
        if persona.phone in there
    ]
    parted = (
        Troupe(group, tuple(one for one in found if one.persona.group == group)) for group in GROUPS
    )
    return [troupe for troupe in parted if troupe.people]


def player(phone: str) -> User | None:
    """The user of a persona; None for whoever is not of the cast."""
    if phone not in {persona.phone for persona in CAST}:
        return None
    return User.objects.filter(phone=phone, is_active=True).first()


def countdowns(standing: Standing, *, now: datetime) -> list[Countdown]:
    """The first clock of each issue that runs out within a quarter of an hour; two statements.

    Disputes are left out.
    """
    clocks = list(
        Deadline.objects.running()
        .filter(due_at__gt=now, due_at__lte=now + SOON)
        .exclude(issue__category__private=True)
        .select_related("issue__grid", "issue__category")
        .order_by("due_at", "pk")[: MOST * 4]
    )
    first: dict[int, Deadline] = {}
    for clock in clocks:
        first.setdefault(clock.issue_id, clock)
    clocks = list(first.values())[:MOST]
    keys = [clock.issue_id for clock in clocks]
    opened = set(visible_to(standing).filter(pk__in=keys).values_list("pk", flat=True))
    return [Countdown(clock, clock.issue, clock.issue_id in opened) for clock in clocks]
