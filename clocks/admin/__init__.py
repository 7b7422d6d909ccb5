from clocks.admin.calendar import CalendarRevisionAdmin
from clocks.admin.schedule import ScheduleAdmin

__all__ = ["CalendarRevisionAdmin", "ScheduleAdmin"]
