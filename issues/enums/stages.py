"""Where a matter stands, every move that there is, and what must come before one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from issues.enums.matter import MatterClass


class Stage(models.TextChoices):
    """Where a matter stands (S5); the first of the six steps, publicising, is the call itself."""

    COLLECT = "collect", _("collecting")
    TOPIC = "topic", _("setting the topic")
    INVESTIGATE = "investigate", _("looking into it")
    DELIBERATE = "deliberate", _("deliberating")
    DELIVER = "deliver", _("carrying it out")
    CONFIRM = "confirm", _("the resident's word")
    CLOSED = "closed", _("closed")
    DECLINED = "declined", _("not for the council")
    MERGED = "merged", _("merged")
    WITHDRAWN = "withdrawn", _("withdrawn")


ENDED_STAGES = frozenset({Stage.CLOSED, Stage.DECLINED, Stage.MERGED, Stage.WITHDRAWN})
OPEN_STAGES = frozenset(Stage) - ENDED_STAGES
BEFORE_DELIVERY = frozenset({Stage.COLLECT, Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE})
WORKED_ON = frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE})

# Every move there is; `casework/stage.py` refuses any other. DELIVER_FROM, below, says which of
# them a class may use.
TRANSITIONS: dict[Stage, frozenset[Stage]] = {
    Stage.COLLECT: frozenset({Stage.TOPIC, Stage.DECLINED, Stage.MERGED, Stage.WITHDRAWN}),
    Stage.TOPIC: frozenset(
        {Stage.INVESTIGATE, Stage.DELIVER, Stage.DECLINED, Stage.MERGED, Stage.WITHDRAWN}
    ),
    Stage.INVESTIGATE: frozenset({Stage.DELIBERATE, Stage.DELIVER, Stage.MERGED, Stage.WITHDRAWN}),
    Stage.DELIBERATE: frozenset({Stage.DELIVER, Stage.WITHDRAWN}),
    Stage.DELIVER: frozenset({Stage.CONFIRM}),
    Stage.CONFIRM: frozenset({Stage.CLOSED, Stage.DELIVER}),
    Stage.CLOSED: frozenset(),
    Stage.DECLINED: frozenset(),
    # It is split off again if the matter that it was merged into is taken back.
    Stage.MERGED: frozenset({Stage.COLLECT, Stage.TOPIC}),
    Stage.WITHDRAWN: frozenset(),
}
# The stages from which a matter of each class may be carried out by a grid or a community. A
# department may do so from any of these, except for a major matter, which is talked over first.
DELIVER_FROM: dict[str, frozenset[Stage]] = {
    MatterClass.SMALL: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.URGENT: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.HARD: frozenset({Stage.DELIBERATE}),
    MatterClass.MAJOR: frozenset({Stage.DELIBERATE}),
}
DELIVER_FROM_AT_DEPARTMENT: dict[str, frozenset[Stage]] = {
    MatterClass.SMALL: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.URGENT: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.HARD: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.MAJOR: frozenset({Stage.DELIBERATE}),
}
# Resolutions, adopted with a quorum, that a matter also needs before delivery, at every level.
RESOLUTIONS_BEFORE_DELIVERY: dict[str, int] = {MatterClass.MAJOR: 1}
# Where nothing is talked over or decided any more: it has ended, or its resident is asked whether
# it is solved. Even then an urgent matter is owed a talk.
_OVER = ENDED_STAGES | {Stage.CONFIRM}
NOT_TALKED_OVER: dict[str, frozenset[Stage]] = {
    MatterClass.SMALL: _OVER,
    MatterClass.URGENT: ENDED_STAGES,
    MatterClass.HARD: _OVER,
    MatterClass.MAJOR: _OVER,
    # It has no class yet.
    "": _OVER,
}
# What a hard matter must show before it may go to a department by hand.
FINDINGS_BEFORE_DEPARTMENT: dict[str, int] = {MatterClass.HARD: 1}
DELIBERATIONS_BEFORE_DEPARTMENT: dict[str, int] = {MatterClass.HARD: 2}


class Ending(models.TextChoices):
    SOLVED = "solved", _("solved, by the resident's word")
    NO_ANSWER = "no_answer", _("closed without an answer from the resident")
