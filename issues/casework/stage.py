"""The only place that sets a stage; it refuses moves that are not in the table."""

from issues.casework import deadlines
from issues.casework.case import Case
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import ENDED_STAGES, TRANSITIONS, Stage
from issues.refusals import WrongStage


def move_to(case: Case, stage: Stage) -> None:
    """Move the issue to `stage` if TRANSITIONS allows it; nothing happens if it is there."""
    issue = case.issue
    if issue.stage == stage:
        return
    if stage not in TRANSITIONS[Stage(issue.stage)]:
        raise WrongStage
    case.record("stage", {"from": issue.stage, "to": stage.value})
    issue.stage = stage
    issue.ended_at = case.now if stage in ENDED_STAGES else None
    if stage == Stage.DELIVER:
        # What is carried out need not come on an agenda any more.
        deadlines.void(case, [DeadlineKind.AGENDA])
    case.touch()
