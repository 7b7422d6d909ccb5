"""What was done about a matter, and what was said to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeliberationKind(models.TextChoices):
    DOORSTEP = "doorstep", _("doorstep talk")
    PHONE = "phone", _("talk on the phone")
    VISIT = "visit", _("talk on the spot")
    SITTING = "sitting", _("council sitting")


class CouncilAsks(models.TextChoices):
    """What a resolution asks of the body that has the matter; the council itself orders nobody."""

    PUSH_UP = "push_up", _("push it up")
    SETTLE = "settle", _("settle it and ask the resident")


class AnswerWay(models.TextChoices):
    PHONE = "phone", _("by phone")
    VISIT = "visit", _("in person")
    ONLINE = "online", _("here, in writing")


class Resolved(models.TextChoices):
    SOLVED = "solved", _("solved")
    PARTLY = "partly", _("partly solved")
    NOT = "not", _("not solved")


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", _("satisfied")
    FAIRLY = "fairly", _("fairly satisfied")
    NOT = "not", _("not satisfied")


class VerdictVia(models.TextChoices):
    SELF = "self", _("said here")
    CALL_BACK = "call_back", _("said on the phone")


class PhotoPurpose(models.TextChoices):
    RAISED = "raised", _("with the matter")
    ADDED = "added", _("added later")
    FOUND = "found", _("from the visit")
    DELIVERED = "delivered", _("after the work")
