"""What a resolution does, and what becomes of what bodies are asked to do."""

from enum import Enum

from django.db import models
from django.utils.translation import gettext_lazy as _

from issues.enums.activity import CouncilAsks


class Effect(models.TextChoices):
    """What follows for the matter; a resolution binds neither departments nor owners."""

    TO_DELIVER = "deliver", _("it is carried out here")
    PUSH_UP = "push_up", _("it goes to the level above")
    SETTLED = "settled", _("it is settled by the talk")
    POSTPONE = "postpone", _("it is talked over again")
    NONE = "none", _("only noted")


# What it asks of whoever has the matter.
ASKS = {Effect.PUSH_UP: CouncilAsks.PUSH_UP, Effect.SETTLED: CouncilAsks.SETTLE}
# What there is nothing to follow for where an item is about no matter.
OF_A_MATTER = frozenset({Effect.PUSH_UP})
# What only a vote that was adopted brings about.
CARRIED_OUT = frozenset({Effect.TO_DELIVER, Effect.SETTLED})


class PledgeState(models.TextChoices):
    ASKED = "asked", _("asked")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    EXPIRED = "expired", _("not answered in time")
    # Its matter ended, or left the body that was asked.
    LAPSED = "lapsed", _("not asked any more")


PLEDGE_TRANSITIONS: dict[PledgeState, frozenset[PledgeState]] = {
    PledgeState.ASKED: frozenset(
        {PledgeState.ACCEPTED, PledgeState.DECLINED, PledgeState.EXPIRED, PledgeState.LAPSED}
    ),
    # Late is better than never.
    PledgeState.EXPIRED: frozenset(
        {PledgeState.ACCEPTED, PledgeState.DECLINED, PledgeState.LAPSED}
    ),
    PledgeState.ACCEPTED: frozenset(),
    PledgeState.DECLINED: frozenset(),
    PledgeState.LAPSED: frozenset(),
}


class Hindrance(Enum):
    """Why a body can't promise what it was asked for."""

    # For good, so nobody is asked any more.
    ENDED = "ended"
    PASSED_ON = "passed_on"
    # Just now, or at all: it says so.
    NO_MATTER = "no_matter"
    PAST = "past"
    NO_CLASS = "no_class"
    WITH_RESIDENT = "with_resident"
    NO_PART = "no_part"


LAPSES = frozenset({Hindrance.ENDED, Hindrance.PASSED_ON})

PLEDGE_WAITS = frozenset({PledgeState.ASKED, PledgeState.EXPIRED})


class PledgeAct(models.TextChoices):
    """What the body can do: a file of its name in `actions/pledges/`."""

    ACCEPT = "accept", _("accept")
    DECLINE = "decline", _("decline")
