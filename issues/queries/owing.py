"""Who owes what a clock asks for, as a database expression."""

from __future__ import annotations

from typing import Final

from django.db.models import Case, F, IntegerField, OuterRef, Subquery, When

from issues.enums.deadlines import DeadlineKind
from issues.models import Assignment

_LEAD: Final = Assignment.objects.current().lead().filter(issue=OuterRef("issue"))
# The body that has to act, as `casework.apply_decision.owing` says it: for a promise the body that
# made it, for a check on the spot the grid, for a talk the current lead, otherwise the turn's body.
OWED_BY: Final = Case(
    When(commitment__isnull=False, then=F("commitment__body")),
    When(kind=DeadlineKind.VERIFY, then=F("issue__grid")),
    When(kind=DeadlineKind.TALK, then=Subquery(_LEAD.values("body")[:1])),
    default=F("assignment__body"),
    output_field=IntegerField(),
)
