"""What is put to the council in so many words, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MotionState(models.TextChoices):
    MOVED = "moved", _("moved")
    OPEN = "open", _("under discussion")
    ADOPTED = "adopted", _("adopted")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("taken back")
    REFERRED = "referred", _("referred")


MOTION_TRANSITIONS: dict[MotionState, frozenset[MotionState]] = {
    MotionState.MOVED: frozenset({MotionState.OPEN, MotionState.WITHDRAWN}),
    MotionState.OPEN: frozenset(
        {
            MotionState.ADOPTED,
            MotionState.REJECTED,
            MotionState.WITHDRAWN,
            MotionState.REFERRED,
        }
    ),
    # A second reading or round opens it again.
    MotionState.ADOPTED: frozenset({MotionState.OPEN}),
    MotionState.REJECTED: frozenset({MotionState.OPEN}),
    MotionState.WITHDRAWN: frozenset(),
    MotionState.REFERRED: frozenset({MotionState.OPEN}),
}
# With a result; voted on again until the decision on the item is written down.
MOTION_VOTED = frozenset({MotionState.ADOPTED, MotionState.REJECTED})
# Still to be voted on or taken back; amendments end before their motion does.
MOTION_RUNNING = frozenset({MotionState.MOVED, MotionState.OPEN})
