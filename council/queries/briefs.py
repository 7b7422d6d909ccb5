"""What those at the table need to know of the matter that is on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from council.enums.agenda import OpinionMoment
from council.models import AgendaItem, Opinion
from council.queries.agenda import is_shown
from issues.models import Deliberation, Finding

MOST = 3


@dataclass(frozen=True, slots=True)
class Brief:
    """The latest findings and talks, newest first; how many think what beforehand, and why.

    `said` has words in it, and so is for chair and recorder alone, as on the page of the sitting.
    """

    findings: Sequence[Finding]
    talks: Sequence[Deliberation]
    opinions: Counter[str]
    said: Sequence[Opinion]


def brief_of(item: AgendaItem) -> Brief:
    """Three statements for a public matter; of any other nothing is shown at a table."""
    before = Opinion.objects.filter(item=item, moment=OpinionMoment.BEFORE)
    opinions = list(before.select_related("person").order_by("at", "pk"))
    counted = Counter(opinion.stance for opinion in opinions)
    if not is_shown(item):
        return Brief((), (), counted, ())
    said = [opinion for opinion in opinions if opinion.words]
    issue = item.issue
    if issue is None:
        return Brief((), (), counted, said)
    findings = Finding.objects.filter(issue=issue).order_by("-found_at")[:MOST]
    talks = Deliberation.objects.filter(issue=issue).order_by("-held_at")[:MOST]
    return Brief(list(findings), list(talks), counted, said)
