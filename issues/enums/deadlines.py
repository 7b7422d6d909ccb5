"""What a clock asks for, when it starts, and what happens when it runs out."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeadlineKind(models.TextChoices):
    RECEIVE = "receive", _("take it in")
    RESPOND = "respond", _("first contact")
    AGENDA = "agenda", _("on an agenda")
    RESOLVE = "resolve", _("result")
    TALK = "talk", _("a talk")
    DISPATCH = "dispatch", _("name the lead")
    VERIFY = "verify", _("check on the spot")
    SUPERVISED = "supervised", _("supervised")
    PAUSE_END = "pause_end", _("end of the pause")
    PARKED = "parked", _("next answer")
    CONFIRM = "confirm", _("the resident's word")
    COMMITMENT = "commitment", _("promise")


class StartsAt(models.TextChoices):
    TURN = "turn", _("when the turn starts")
    RECEIPT = "receipt", _("when it is taken in")
    EVENT = "event", _("when it comes about")


class OnBreach(models.TextChoices):
    PUSH_UP = "push_up", _("push up")
    SUPERVISE = "supervise", _("supervise")
    TELL_ABOVE = "tell_above", _("remind and tell the level above")
    URGE = "urge", _("urge the body itself, then supervise")
    CLOSE = "close", _("close without an answer")
