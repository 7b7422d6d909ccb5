"""Notices that say who: where the parameters name a body that is known still."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from issues.enums.turns import TurnCause
from issues.notice_words import Pair

NAMED: Mapping[str, Pair] = {
    "received": (
        _("{body} has taken in your matter {reference}"),
        _("Open it to see who has it in hand, and until when you are answered."),
    ),
    "responded": (
        _("{body} has answered you about {reference}"),
        _("Open it to read what was said to you."),
    ),
    "found": (
        _("{body} went to look: {reference}"),
        _("Open it to read what was found on the spot."),
    ),
    "committed": (
        _("A date for your matter {reference}"),
        _("{body} promises to be done by {due}. Open it to read what."),
    ),
    "committed_there": (
        _("A date for {reference}"),
        _("{body} promises to be done by {due}. Open it to read what."),
    ),
    "delivered": (
        _("{body} says {reference} is done"),
        _("Somebody checks on the spot first; then we ask you."),
    ),
    "pledged": (
        _("A date for a part of {reference}"),
        _("{body} promised at the council's word to be done by {due}."),
    ),
    "promised_late": (
        _("{body} needs longer: {reference}"),
        _("It promised {due}, {gap} after its clock ends. Please see whether it may."),
    ),
    "part_done": (
        _("A part of {reference} is done"),
        _("{body} has reported its part. Please see what is left."),
    ),
    "to_verify": (
        _("Please check on the spot: {reference}"),
        _("{body} reports it as done. Go and look; only then is the resident asked."),
    ),
    "supervised": (
        _("{reference} needs your eye"),
        _("{body} is over time, and it cannot go up further. Please see to it that it moves."),
    ),
    "supervised_again": (
        _("{reference} needs your eye"),
        _("{body} is over time once more since you were told. Please step in."),
    ),
}

# To the resident, by why it moved.
MOVED_TO: Mapping[str, Pair] = {
    TurnCause.PUSHED_UP: (
        _("Your matter {reference} was passed up"),
        _("It could not be solved where it was. Now {body} has it."),
    ),
    TurnCause.RESOLUTION: (
        _("The council had {reference} passed up"),
        _("It needs more than can be done where it was. Now {body} has it."),
    ),
    TurnCause.CLOCK: (
        _("Your matter {reference} went up by itself"),
        _("The time had run out where it was. Now {body} has it."),
    ),
    TurnCause.WORD: (
        _("As you wished, {reference} is looked at again"),
        _("{body} has it now."),
    ),
    TurnCause.BELONGS: (
        _("{reference} goes to the community"),
        _("It is a major matter, and {body} sees that it is talked over."),
    ),
    TurnCause.NAMED: (
        _("It is settled who leads on {reference}"),
        _("{body} leads."),
    ),
    TurnCause.HANDED_OVER: (
        _("Another body now has {reference}"),
        _("The time had run out in the street. Now {body} has it."),
    ),
    "": (
        _("Your matter {reference} has moved on"),
        _("{body} has it now."),
    ),
}
