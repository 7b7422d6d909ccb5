"""What a notice says of what is due, or was; by kind of clock."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from issues.enums.deadlines import DeadlineKind
from issues.notice_words import Text

# What is still owed, with its end; by kind of clock.
OWED: Mapping[str, Text] = {
    DeadlineKind.RECEIVE: _("Please take it in by {due}."),
    DeadlineKind.RESPOND: _("Please answer the resident by {due}."),
    DeadlineKind.AGENDA: _("Please put it on an agenda by {due}."),
    DeadlineKind.RESOLVE: _("There should be a result by {due}."),
    DeadlineKind.TALK: _("Please talk with the people there by {due}, and note it down."),
    DeadlineKind.DISPATCH: _("Please name the body that leads by {due}."),
    DeadlineKind.VERIFY: _("Please check on the spot by {due}."),
    DeadlineKind.SUPERVISED: _("Your supervisors wait for an answer by {due}."),
    DeadlineKind.PAUSE_END: _("Its pause ends at {due}."),
    DeadlineKind.PARKED: _("You promised the next answer by {due}."),
    DeadlineKind.COMMITMENT: _("You promised to be done by {due}."),
    "": _("Please see to it by {due}."),
}
# To the body whose clock ran out.
LATE: Mapping[str, Text] = {
    DeadlineKind.RECEIVE: _("It was not taken in on time. That stays on the record."),
    DeadlineKind.RESPOND: _("The resident still waits for an answer. Please call today."),
    DeadlineKind.AGENDA: _("It did not come on an agenda on time. Please set a sitting."),
    DeadlineKind.RESOLVE: _("There was no result on time. That stays on the record."),
    DeadlineKind.TALK: _("There was no talk on time. Please make up for it today."),
    DeadlineKind.DISPATCH: _("No body was named on time. Please name one now."),
    DeadlineKind.VERIFY: _("The check on the spot is still missing. Please go today."),
    DeadlineKind.COMMITMENT: _("The date you promised has passed. Please tell the resident."),
    "": _("The date has passed. Please act now."),
}
# To the level above.
LATE_BELOW: Mapping[str, Text] = {
    DeadlineKind.RECEIVE: _("Nobody took it in on time. Please ask why."),
    DeadlineKind.RESPOND: _("The resident was not answered on time. Please ask why."),
    DeadlineKind.AGENDA: _("It did not come on an agenda on time. Please ask why."),
    DeadlineKind.TALK: _("There was no talk on time. Please ask why."),
    DeadlineKind.VERIFY: _("Nobody has checked on the spot. Please ask why."),
    DeadlineKind.COMMITMENT: _("A promised date has passed. Please ask why."),
    "": _("A date has passed. Please ask why."),
}
