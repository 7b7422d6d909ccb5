"""What stands on an agenda, why, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ItemState(models.TextChoices):
    WAITING = "waiting", _("to come")
    ON = "on", _("being talked over")
    DONE = "done", pgettext_lazy("agenda item", "done")
    POSTPONED = "postponed", _("put off")
    DROPPED = "dropped", _("taken off")


# One item at most is ON, by constraint.
ITEM_TRANSITIONS: dict[ItemState, frozenset[ItemState]] = {
    ItemState.WAITING: frozenset({ItemState.ON, ItemState.DROPPED, ItemState.POSTPONED}),
    ItemState.ON: frozenset({ItemState.WAITING, ItemState.DONE, ItemState.POSTPONED}),
    # Back by undo only.
    ItemState.DONE: frozenset({ItemState.ON}),
    ItemState.POSTPONED: frozenset({ItemState.ON, ItemState.WAITING}),
    ItemState.DROPPED: frozenset({ItemState.WAITING}),
}


class ItemReason(models.TextChoices):
    """Why an item is on the agenda: by hand, or because its matter proposed itself."""

    BY_HAND = "by_hand", _("put on by hand")
    PUSHED_UP = "pushed_up", _("was pushed up")
    DUE = "due", _("is due soon")
    PROMISE_BROKEN = "promise_broken", _("a promise was broken")
    HARD_AGAIN = "hard_again", _("a hard matter needs a second talk")
    MAJOR = "major", _("a major matter needs a resolution")
    AGENDA_CLOCK = "agenda_clock", _("must come on an agenda")


class OpinionMoment(models.TextChoices):
    BEFORE = "before", _("before the sitting")
    AFTER = "after", _("after the sitting")


class Stance(models.TextChoices):
    FOR = "for", _("for it")
    AGAINST = "against", _("against it")
    OPEN = "open", _("neither")


class Lack(models.TextChoices):
    """What an item's matter still lacks for what its class asks, as it stands on an agenda."""

    CLASS = "class", _("it has no class yet")
    FINDING = "finding", _("nobody has looked into it yet: a finding is missing")
    NOT_PUBLIC = "not_public", _("it is not public any more, so it can't be talked over here")
    ENDED = "ended", _("the matter has ended meanwhile")
