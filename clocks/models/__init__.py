from clocks.models.day import CalendarDay, CalendarRevision
from clocks.models.schedule import Schedule

__all__ = ["CalendarDay", "CalendarRevision", "Schedule"]
