"""Make or change a set of working hours."""

from datetime import datetime

from accounts.models import User
from clocks.hours import WorkingHours
from clocks.models import Schedule


def save_schedule(
    schedule: Schedule | None, *, name: str, periods: str, actor: User | None, now: datetime
) -> Schedule:
    """The schedule with its periods written the plain way; raises HoursError.

    Deadlines already running keep the hours they were promised with.
    """
    del actor, now  # who and when stand in the administrators' log
    schedule = schedule or Schedule()
    schedule.name = name
    schedule.periods = str(WorkingHours.parse(periods))
    schedule.save()
    return schedule
