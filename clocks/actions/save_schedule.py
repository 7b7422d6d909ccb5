"""Make or change a set of working hours."""

from datetime import datetime

from accounts.models import User
from accounts.security_log import Kind, note_once_done
from clocks.hours import WorkingHours
from clocks.models import Schedule


def save_schedule(
    schedule: Schedule | None, *, name: str, periods: str, actor: User | None, now: datetime
) -> Schedule:
    """Save the schedule, its periods in their normal form. Raises HoursError.

    Running deadlines keep the hours with which they were computed.
    """
    del now
    schedule = schedule or Schedule()
    schedule.name = name
    schedule.periods = str(WorkingHours.parse(periods))
    schedule.save()
    note_once_done(Kind.ADMINISTERED, person=actor.pk if actor else None, act="hours_saved")
    return schedule
