from clocks.models.day import CalendarDay, CalendarRevision
from clocks.models.look import Look, Standstill
from clocks.models.schedule import Schedule

__all__ = ["CalendarDay", "CalendarRevision", "Look", "Schedule", "Standstill"]
