"""Note that a department answers for a category."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise_moved
from grids.actions.keep import keep
from grids.models import Competence


def save_competence(competence: Competence, *, actor: User | None, now: datetime) -> Competence:
    """If it was noted before, return that row and change nothing."""
    authorise_moved(actor, competence, "department", now=now)
    said = Competence.objects.filter(
        department=competence.department, category=competence.category
    ).first()
    if said is not None:
        return said
    keep(
        competence,
        stream=competence.department.stream,
        kind="competence",
        actor=actor,
        now=now,
        category=competence.category.code,
    )
    return competence
