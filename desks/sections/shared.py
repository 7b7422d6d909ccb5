"""Sections that several desks have; `where` says of which place their matters are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desks.sections.base import DeskSection, Many, any_clock
from grids.models import Body
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.queries.desk import (
    WAITS_FOR_THE_RESIDENT,
    awaits_verification,
    clocks_of,
    clocks_of_kind,
    due_of,
    failed_sweep,
    held,
    message_failed,
)

Where = Callable[[Body], Q]

DUE_TODAY: Final = DeskSection(
    code="today",
    label=_("Due today"),
    empty=_("Nothing more is due today."),
    holds=due_of,
    clocks=clocks_of,
)


def to_take_in(code: str, label: Promise, empty: Promise) -> DeskSection:
    """What has come to the body, and nobody there has said so yet."""
    return DeskSection(
        code=code,
        label=label,
        empty=empty,
        holds=lambda body, end: held(body, received=False),
        clocks=clocks_of,
        many=Many.RECEIVE,
    )


def in_hand(*, elsewhere: Where | None = None) -> DeskSection:
    """What the body leads and has taken in, except what another section shows (`elsewhere`)."""

    def leads(body: Body) -> Q:
        mine = held(body, role=TurnRole.LEAD, received=True) & ~WAITS_FOR_THE_RESIDENT
        return mine if elsewhere is None else mine & ~elsewhere(body)

    return DeskSection(
        code="hand",
        label=_("In hand"),
        empty=_("Nothing is in hand."),
        holds=lambda body, end: leads(body),
        clocks=clocks_of,
        many=Many.ASSIGN,
    )


def to_verify(where: Where) -> DeskSection:
    return DeskSection(
        code="verify",
        label=_("To check on the spot"),
        empty=_("No result waits to be looked at."),
        holds=lambda body, end: where(body) & awaits_verification(),
        clocks=lambda body: clocks_of_kind(DeadlineKind.VERIFY),
    )


def stuck(where: Where) -> DeskSection:
    return DeskSection(
        code="stuck",
        label=_("The clock got stuck"),
        empty=_("No clock is stuck."),
        holds=lambda body, end: where(body) & failed_sweep(),
        clocks=any_clock,
        quiet=True,
    )


def unreached(where: Where) -> DeskSection:
    return DeskSection(
        code="unreached",
        label=_("Message did not arrive"),
        empty=_("Every message arrived."),
        holds=lambda body, end: where(body) & message_failed(),
        clocks=any_clock,
        quiet=True,
    )


def lately_ended(where: Where) -> DeskSection:
    return DeskSection(
        code="ended",
        label=_("Lately ended"),
        empty=_("Nothing has ended yet."),
        holds=lambda body, end: where(body) & Q(ended_at__isnull=False),
        clocks=any_clock,
        newest_first=True,
    )
