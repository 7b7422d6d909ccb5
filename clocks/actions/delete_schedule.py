"""Remove a set of working hours that no body uses."""

from datetime import datetime

from accounts.models import User
from clocks.models import Schedule


def delete_schedule(schedule: Schedule, *, actor: User | None, now: datetime) -> None:
    """Raises ProtectedError while a body still works by it."""
    del actor, now  # who and when stand in the administrators' log
    schedule.delete()
