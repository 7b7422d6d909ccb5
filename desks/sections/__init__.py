"""The queue of each kind of desk."""

from desks.sections.base import FOUND, DeskPlan, DeskSection, Many
from desks.sections.community import COMMUNITY
from desks.sections.department import DEPARTMENT
from desks.sections.grid import GRID
from desks.sections.street import STREET

__all__ = ["FOUND", "PLANS", "DeskPlan", "DeskSection", "Many"]

PLANS: dict[str, DeskPlan] = {
    "grid": GRID,
    "community": COMMUNITY,
    "street": STREET,
    "department": DEPARTMENT,
}
