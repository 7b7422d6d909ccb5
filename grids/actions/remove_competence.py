"""Note that a department no longer answers for a category."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import drop
from grids.models import Competence


def remove_competence(competence: Competence, *, actor: User | None, now: datetime) -> None:
    authorise(actor, competence.department.path, now=now)
    drop(
        competence,
        stream=competence.department.stream,
        kind="competence",
        actor=actor,
        now=now,
        category=competence.category.code,
    )
