"""What the home page shows, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grids.queries.whereabouts import Whereabouts
from issues.enums import PhotoPurpose
from issues.models import Issue, Outcome, Photo
from issues.presentation.money import yuan
from issues.queries.figures import Numbers, numbers_of
from issues.queries.listing import Filters, for_cards, public_issues, recently_solved

TALKED_ABOUT = 4
SOLVED = 3


@dataclass(frozen=True, slots=True)
class Solved:
    """A solved matter with its outcome, and a picture before and after where there is one."""

    issue: Issue
    outcome: Outcome | None
    before: Photo | None
    after: Photo | None

    @property
    def money(self) -> str:
        """What it cost, in words; "" if nothing was spent or nobody said."""
        spent = self.outcome.money if self.outcome is not None else None
        return yuan(spent) if spent else ""


@dataclass(frozen=True, slots=True)
class Home:
    talked_about: Sequence[Issue]
    solved: Sequence[Solved]
    numbers: Numbers


def home_of(place: Whereabouts) -> Home:
    filters = Filters(community=place.community, grid=place.grid, stage="open")
    talked_about = list(for_cards(public_issues(filters))[:TALKED_ABOUT])
    solved = recently_solved(place.community, limit=SOLVED)
    return Home(talked_about, _with_pictures(solved), numbers_of(place.community))


def _with_pictures(issues: Sequence[Issue]) -> list[Solved]:
    photos = Photo.objects.filter(issue__in=issues, shown=True).select_related("upload")
    first: dict[tuple[int, str], Photo] = {}
    for photo in photos.order_by("position", "pk"):
        purpose = "after" if photo.purpose == PhotoPurpose.DELIVERED else "before"
        first.setdefault((photo.issue_id, purpose), photo)
    outcomes = {o.issue_id: o for o in Outcome.objects.filter(issue__in=issues).order_by("pk")}
    return [
        Solved(
            issue,
            outcomes.get(issue.pk),
            first.get((issue.pk, "before")),
            first.get((issue.pk, "after")),
        )
        for issue in issues
    ]
