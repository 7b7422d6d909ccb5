"""Everything that a desk shows about one case, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from grids.standing import Standing
from issues.queries.dossier import Dossier
from issues.queries.said import Said, said_about
from issues.queries.unreached import reporter_unreached
from issues.queries.visible import seen_inside


@dataclass(frozen=True, kw_only=True)
class CasePage(Dossier):
    """The dossier, and what has been done so far."""

    @cached_property
    def history(self) -> list[Said]:
        return said_about(self.issue.pk)


def case_of(reference: str, standing: Standing, *, now: datetime) -> CasePage:
    """The case. Raises Issue.DoesNotExist if the person may not see inside it."""
    issues = seen_inside(standing).annotate(unreached=reporter_unreached())
    return CasePage.of(issues, reference, standing=standing, now=now)
