"""小事好商量: what was agreed is the result."""

from accounts.models import User
from issues.casework.ask_resident import ask_resident
from issues.casework.case import Case
from issues.casework.outcomes import write_outcome
from issues.casework.stage import move_to
from issues.enums.stages import Stage
from issues.inputs import NewOutcome


def settle_here(case: Case, result: NewOutcome, *, actor: User) -> None:
    """Write the result and ask the resident at once: nothing is left but their word."""
    move_to(case, Stage.DELIVER)
    write_outcome(case, case.lead, result, actor=actor, needs_verification=False)
    ask_resident(case, said=result.text)
