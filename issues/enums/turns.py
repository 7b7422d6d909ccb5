"""Whose turn a matter is, at which level, and why it came there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """有事先在网格办、大事社区商量议、难事部门联解决 (S8)."""

    GRID = "grid", _("grid")
    COMMUNITY = "community", _("community")
    DEPARTMENT = "department", _("department")


class TurnRole(models.TextChoices):
    LEAD = "lead", _("lead")
    JOINT = "joint", _("joint")


class TurnCause(models.TextChoices):
    """Why an issue came to a body, and why it left it for the next."""

    RAISED = "raised", _("raised here")
    PUSHED_UP = "pushed_up", _("pushed up by hand")
    RESOLUTION = "resolution", _("pushed up by a resolution")
    CLOCK = "clock", _("pushed up by the clock")
    WORD = "word", _("by the resident's word")
    BELONGS = "belongs", _("a major matter belongs to the community")
    NAMED = "named", _("named as the competent body")
    MERGED = "merged", _("with a matter that is handled together")
    SPLIT_OFF = "split_off", _("split off again")
    JOINED = "joined", _("asked to join")
    HANDED_OVER = "handed_over", _("handed over by the clock")
    DONE = "done", _("its part is done")
    ENDED = "ended", _("the matter ended")
