"""Ask the resident: is it solved?"""

from issues.casework import deadlines
from issues.casework.asks import WORD
from issues.casework.case import Case
from issues.casework.stage import move_to
from issues.casework.tell import tell_others, tell_reporter
from issues.casework.turns import leave
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import Stage
from issues.enums.turns import TurnCause


def ask_resident(case: Case, *, said: str) -> None:
    """Move to CONFIRM: the result is in, and only the resident's verdict is missing.

    `said` is what the result says.
    """
    move_to(case, Stage.CONFIRM)
    for turn in case.joints:
        leave(case, turn, TurnCause.DONE)
    met = (
        DeadlineKind.RECEIVE,
        DeadlineKind.RESPOND,
        DeadlineKind.RESOLVE,
        DeadlineKind.VERIFY,
        DeadlineKind.SUPERVISED,
        DeadlineKind.DISPATCH,
    )
    deadlines.meet(case, *met, turn=case.lead)
    deadlines.start(case, DeadlineKind.CONFIRM)
    round_ = case.issue.unsolved_rounds + 1
    tell_reporter(case, "asked", key=f"round{round_}", said=said, calls_for=WORD)
    tell_others(case, "result_there", said=said)
