"""Ways of voting, what a result is counted against, and where a vote stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VoteWay(models.TextChoices):
    HANDS = "hands", _("by show of hands")
    NAMED = "named", _("by name")
    SECRET = "secret", _("secret")
    PAPER = "paper", _("on paper")


class VoteBase(models.TextChoices):
    """What a majority is a part of."""

    CAST = "cast", _("of the votes cast")
    PRESENT = "present", _("of those present who may vote")
    MEMBERS = "members", _("of all members who may vote")


class Majority(models.TextChoices):
    HALF = "half", _("more than half")
    TWO_THIRDS = "two_thirds", _("two thirds")


class VoteState(models.TextChoices):
    KEYS = "keys", _("waits for its keys")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed, being counted")
    COUNTED = "counted", _("counted")
    ANNOUNCED = "announced", _("announced")
    VOID = "void", _("void")


# A closed vote never opens again: whoever voted before would be seen in the difference.
VOTE_TRANSITIONS: dict[VoteState, frozenset[VoteState]] = {
    VoteState.KEYS: frozenset({VoteState.OPEN, VoteState.VOID}),
    VoteState.OPEN: frozenset({VoteState.CLOSED, VoteState.COUNTED, VoteState.VOID}),
    VoteState.CLOSED: frozenset({VoteState.COUNTED, VoteState.VOID}),
    VoteState.COUNTED: frozenset({VoteState.ANNOUNCED}),
    VoteState.ANNOUNCED: frozenset(),
    VoteState.VOID: frozenset(),
}
# One at most of a sitting, by constraint.
VOTE_RUNNING = frozenset({VoteState.KEYS, VoteState.OPEN, VoteState.CLOSED})
VOTE_WITH_NUMBERS = frozenset({VoteState.COUNTED, VoteState.ANNOUNCED})
# Stored as the reason of a void vote where no person gave one.
TOO_FEW = "too_few"


class Choice(models.TextChoices):
    YES = "yes", _("for")
    NO = "no", _("against")
    ABSTAIN = "abstain", _("abstain")


class KeyHolder(models.TextChoices):
    CHAIR = "chair", _("chair")
    RECORDER = "recorder", _("recorder")
