"""Who owes what a clock asks for, as a database expression."""

from __future__ import annotations

from typing import Final

from django.db.models import Case, F, IntegerField, OuterRef, Subquery, When

from issues.enums.deadlines import DeadlineKind
from issues.models import Assignment

_LEAD: Final = Assignment.objects.current().lead().filter(issue=OuterRef("issue"))
# The body that has to act, as `casework.apply_decision.owing` says it: who promised, the grid for
# a check on the spot, whoever has the matter for a talk that was missed; otherwise the turn's own.
OWED_BY: Final = Case(
    When(commitment__isnull=False, then=F("commitment__body")),
    When(kind=DeadlineKind.VERIFY, then=F("issue__grid")),
    When(kind=DeadlineKind.TALK, then=Subquery(_LEAD.values("body")[:1])),
    default=F("assignment__body"),
    output_field=IntegerField(),
)
