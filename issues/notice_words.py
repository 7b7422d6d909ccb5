"""Titles and bodies of notices, by kind and by cause."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from issues.enums.activity import CouncilAsks, Resolved
from issues.enums.turns import TurnCause

Text = str | Promise
Pair = tuple[Text, Text]

PLAIN: Mapping[str, Pair] = {
    "raised": (
        _("We have your matter {reference}"),
        _("Open it to see who has it and until when you are answered."),
    ),
    "received": (
        _("Your matter {reference} has been taken in"),
        _("Somebody has it in hand. Open it to see who, and until when you are answered."),
    ),
    "published": (
        _("Neighbours can now read {reference}"),
        _("Names and doors were taken out first. Open it to see what is shown."),
    ),
    "kept_private": (
        _("{reference} stays private"),
        _("Only you and those who work on it can read it."),
    ),
    "hidden": (
        _("{reference} is no longer shown to everyone"),
        _("You can still read it. Open it to see how it goes on."),
    ),
    "assigned": (
        _("{reference} falls to you"),
        _("A colleague has given it into your hands. Open it to see what is asked next."),
    ),
    "responded": (
        _("There is an answer to {reference}"),
        _("Open it to read what was said to you."),
    ),
    "declined": (
        _("{reference} is not for the council"),
        _("Open it to read where to go instead."),
    ),
    # To those who follow it: what became of it, and nothing that was said to one alone.
    "responded_there": (
        _("{reference}: whoever raised it was answered"),
        _("Open it to see who has it, and until when."),
    ),
    "delivered_there": (
        _("Done, says the body that has {reference}"),
        _("Somebody checks on the spot first. Open it to read what was done."),
    ),
    "result_there": (
        _("The result of {reference} is in"),
        _("Whoever raised it is asked whether it is solved. Open it to read what was done."),
    ),
    "closed_there": (
        _("{reference} is closed"),
        _("Open it to read how it ended. If it is still so for you, raise it anew."),
    ),
    "declined_there": (
        _("{reference} is not for the council"),
        _("Open it to read where to go instead."),
    ),
    "hidden_there": (
        _("{reference} is no longer shown to everyone"),
        _("It is still worked on. If you need an answer of your own, raise it anew."),
    ),
    "withdrawn_there": (
        _("{reference} was taken back"),
        _("Whoever raised it has withdrawn it. If it is still so for you, raise it anew."),
    ),
    "stricter": (
        _("{reference} has become more pressing"),
        _("Another matter is handled with it now. Open it to see what is due sooner."),
    ),
    "split_off": (
        _("The matter {reference} goes on by itself"),
        _("It is handled with no other any more. Open it to see who has it, and until when."),
    ),
    "found": (
        _("Somebody went to look: {reference}"),
        _("Open it to read what was found on the spot."),
    ),
    "deliberated": (
        _("{reference} was talked over"),
        _("Open it to read what was said and what was agreed."),
    ),
    "off_agenda": (
        _("{reference} was taken off the agenda"),
        _("The sitting will not talk it over after all. Open it to see how it goes on."),
    ),
    "delivered": (
        _("Done, says the body that has {reference}"),
        _("Somebody checks on the spot first; then we ask you."),
    ),
    "asked": (
        _("{reference}: is it solved?"),
        _("The result is in. Please open it and say so: the last word is yours."),
    ),
    "ask_again": (
        _("Once more: is {reference} solved?"),
        _("We have not heard from you yet. Without your word it is closed before long."),
    ),
    "closed_unanswered": (
        _("{reference} is closed"),
        _("We did not hear from you. That is not counted as praise; raise it again if need be."),
    ),
    "urgent": (
        _("Urgent: {reference}"),
        _("Someone reports danger. Please see at once whether help is under way."),
    ),
    "withdrawn": (
        _("{reference} was taken back"),
        _("The resident has withdrawn it. There is nothing left to do."),
    ),
    "added": (
        _("Something new about {reference}"),
        _("Somebody added words or photos. Please read them and see what may be shown."),
    ),
    "part_done": (
        _("A part of {reference} is done"),
        _("A body that helps has reported its part. Please see what is left."),
    ),
    "to_verify": (
        _("Please check on the spot: {reference}"),
        _("It is reported as done. Go and look; only then is the resident asked."),
    ),
    "not_there": (
        _("{reference} is not done yet"),
        _("The check on the spot found something missing. Please make it good."),
    ),
}

# To all who follow it and to the body that has it, by what became of the motion.
DECIDED: Mapping[str, Pair] = {
    "adopted": (
        _("The council has decided on {reference}"),
        _("Open it to read what was decided and what follows."),
    ),
    "rejected": (
        _("The council did not agree on {reference}"),
        _("Open it to read what was said for and against."),
    ),
    "": (
        _("The council talked over {reference}"),
        _("Open it to read what was said."),
    ),
}

# To the hands of the body that has it.
ASKED: Mapping[str, Pair] = {
    CouncilAsks.PUSH_UP: (
        _("The council asks you to push it up: {reference}"),
        _("Please pass on its resolution with what was said against it."),
    ),
    CouncilAsks.SETTLE: (
        _("Settled, finds the council: {reference}"),
        _("Please report what was agreed; then the resident is asked."),
    ),
    "": (
        _("The council asks something of you: {reference}"),
        _("Open it to read its resolution."),
    ),
}

# To the resident, by why it moved; {level} is the level it moved to.
MOVED: Mapping[str, Pair] = {
    TurnCause.PUSHED_UP: (
        _("Your matter {reference} was passed up"),
        _("It could not be solved where it was. Now the next level has it: {level}."),
    ),
    TurnCause.RESOLUTION: (
        _("The council had {reference} passed up"),
        _("It needs more than can be done where it was. Now the next level has it: {level}."),
    ),
    TurnCause.CLOCK: (
        _("Your matter {reference} went up by itself"),
        _("The time had run out where it was. Now the next level has it: {level}."),
    ),
    TurnCause.WORD: (
        _("As you wished, {reference} is looked at again"),
        _("The next level has it now: {level}."),
    ),
    TurnCause.BELONGS: (
        _("{reference} goes to the community"),
        _("It is a major matter: those have to be talked over by the community."),
    ),
    TurnCause.NAMED: (
        _("It is settled who leads on {reference}"),
        _("Open it to see which body has it, and until when."),
    ),
    TurnCause.HANDED_OVER: (
        _("Another body now has {reference}"),
        _("The time had run out in the street, so the district has it now."),
    ),
    "": (
        _("Your matter {reference} has moved on"),
        _("Open it to see who has it now, and until when."),
    ),
}

# To the hands of a body, by why it comes to them.
CAME: Mapping[str, Pair] = {
    TurnCause.RAISED: (
        _("New: {reference}"),
        _("A resident has raised a matter. Please take it in."),
    ),
    TurnCause.PUSHED_UP: (
        _("Passed up to you: {reference}"),
        _("Its page says why and what was tried. Please take it in."),
    ),
    TurnCause.RESOLUTION: (
        _("Passed up to you by a council: {reference}"),
        _("Its page says what was decided, and who was against. Please take it in."),
    ),
    TurnCause.CLOCK: (
        _("Gone up to you by itself: {reference}"),
        _("The time had run out below. Please take it in."),
    ),
    TurnCause.WORD: (
        _("The resident asks you to look: {reference}"),
        _("It was not solved for them. Please take it in."),
    ),
    TurnCause.BELONGS: (
        _("A major matter for the community: {reference}"),
        _("It has to be talked over. Please take it in."),
    ),
    TurnCause.NAMED: (
        _("You lead on {reference}"),
        _("The street has named you. Please take it in."),
    ),
    TurnCause.JOINED: (
        _("You are asked to help with {reference}"),
        _("Its page says what is wanted of you. Please take it in."),
    ),
    TurnCause.SPLIT_OFF: (
        _("Goes on by itself: {reference}"),
        _("It is handled with no other any more. Please take it in."),
    ),
    TurnCause.HANDED_OVER: (
        _("Handed to you by the clock: {reference}"),
        _("The time had run out in the street. Please take it in."),
    ),
    "": (_("For you: {reference}"), _("Please open it and take it in.")),
}

WORDS: Mapping[str, Pair] = {
    Resolved.SOLVED: (_("Solved, says the resident: {reference}"), _("Thank you. It is closed.")),
    Resolved.PARTLY: (
        _("Only partly solved: {reference}"),
        _("Please read what is missing, and make it good."),
    ),
    Resolved.NOT: (
        _("Not solved: {reference}"),
        _("Please read what the resident says, and make it good."),
    ),
    "": (_("The resident's word on {reference}"), _("Open it to read what was said.")),
}
