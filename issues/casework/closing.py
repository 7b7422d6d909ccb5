"""办结: end an issue."""

from issues.casework.case import Case
from issues.casework.stage import move_to
from issues.casework.turns import end_turns
from issues.enums.stages import Ending, Stage


def close(case: Case, ending: Ending) -> None:
    """End the issue. `ending` keeps silence apart: it never counts as satisfied."""
    move_to(case, Stage.CLOSED)
    case.issue.ending = ending
    end_turns(case)
    case.record("closed", {"ending": ending})
