"""What those at the table need to know of the matter that is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from council.models import AgendaItem, Opinion
from issues.enums import Visibility
from issues.models import Deliberation, Finding

MOST = 3


@dataclass(frozen=True, slots=True)
class Brief:
    """The latest findings and talks, newest first, and how many think what."""

    findings: Sequence[Finding]
    talks: Sequence[Deliberation]
    opinions: dict[str, int]


def brief_of(item: AgendaItem) -> Brief:
    """Three statements for a public matter; of any other nothing is shown at a table."""
    stances = Opinion.objects.filter(item=item).values_list("stance").order_by()
    counted: dict[str, int] = dict(stances.annotate(number=Count("pk")))
    issue = item.issue
    if issue is None or issue.visibility != Visibility.PUBLIC:
        return Brief((), (), counted)
    findings = Finding.objects.filter(issue=issue).order_by("-found_at")[:MOST]
    talks = Deliberation.objects.filter(issue=issue).order_by("-held_at")[:MOST]
    return Brief(list(findings), list(talks), counted)
