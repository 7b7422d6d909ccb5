"""Everything that a desk shows about one case, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from accounts.queries.prepared import PreparedQuery
from grids.standing import Standing
from issues.models import Issue
from issues.queries.dossier import READERS_KEPT, Dossier, one_of
from issues.queries.first_promise import kept_first_promise
from issues.queries.said import Said, said_about
from issues.queries.unreached import reporter_unreached
from issues.queries.visible import seen_inside
from notifications.queries.unread import unseen_by


@dataclass(frozen=True, kw_only=True)
class CasePage(Dossier):
    """The dossier, and what has been done so far."""

    @cached_property
    def history(self) -> list[Said]:
        return said_about(self.issue.pk)


def case_of(reference: str, standing: Standing, *, now: datetime) -> CasePage:
    """The case. Raises Issue.DoesNotExist if the person may not see inside it."""
    return CasePage.of(_seen_inside(standing), reference, standing=standing, now=now)


@lru_cache(maxsize=READERS_KEPT)
def _seen_inside(standing: Standing) -> PreparedQuery[Issue]:
    return one_of(
        seen_inside(standing).annotate(
            unreached=reporter_unreached(),
            first_kept=kept_first_promise(),
            unseen=unseen_by(standing.user_id, subject="uid"),
        )
    )
