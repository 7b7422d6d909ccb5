"""A desk's queue is cut into sections: what is in each, and by which clock it is sorted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.queries.prepared import Given
from clocks.spans import in_shanghai
from grids.models import Body


class Many(StrEnum):
    """What can be done with several matters at once: it needs no words, or the same for all."""

    RECEIVE = "receive"
    ASSIGN = "assign"


def end_of_day(_body: Body, now: datetime) -> datetime:
    local = in_shanghai(now)
    return local.replace(hour=23, minute=59, second=59, microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DeskSection:
    """`clocks` picks the clock to show and sort by. A `quiet` section is hidden while empty.

    `holds` is compiled once and asked often. Only its second argument, the moment that `until`
    gives, differs between two questions. `many` is the act that can be done with several of its
    matters at once.
    """

    code: str
    label: str | Promise
    # What the section says while it is empty.
    empty: str | Promise
    holds: Callable[[Body, Given], Q]
    clocks: Callable[[Body], Q]
    until: Callable[[Body, datetime], datetime] = end_of_day
    # In a section `by_body`: the condition for the matters of one body.
    part_of: Callable[[Body], Q] | None = None
    many: Many | None = None
    quiet: bool = False
    by_body: bool = False
    newest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DeskPlan:
    """The sections of a kind of desk.

    `scope` is true of each issue that was ever at this desk; only a search asks it, of the issues
    that it has found. `at_hand` is the part that the sections show. It must not grow with ended
    issues: otherwise each look at the desk would cost more every year. Its second argument says
    which matters the reader may read.
    """

    scope: Callable[[Body], Q]
    at_hand: Callable[[Body, Q], Q]
    sections: tuple[DeskSection, ...]


def any_clock(_body: Body) -> Q:
    return Q()


# Not a part of the queue: what a search over the whole desk brings.
FOUND = DeskSection(
    code="found",
    label=_("Found"),
    empty=_("Nothing at this desk fits. Try fewer words, or the number alone."),
    holds=lambda body, end: Q(),
    clocks=any_clock,
)
