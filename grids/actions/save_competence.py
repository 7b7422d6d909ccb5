"""Note that a department answers for a category."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import keep
from grids.models import Body, Competence


def save_competence(competence: Competence, *, actor: User | None, now: datetime) -> Competence:
    """If it was noted before, return that row and change nothing."""
    paths = [competence.department.path]
    if competence.pk is not None:
        paths.append(Body.objects.get(competence__pk=competence.pk).path)
    authorise(actor, *paths, now=now)
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
