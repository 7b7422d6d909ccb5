"""What the home page shows, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from accounts.queries.prepared import PreparedQuery, given_key, given_keys
from acting.queries.among import among
from grids.models.body import in_english
from grids.queries.whereabouts import Whereabouts
from issues.enums.activity import PhotoPurpose
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
    field, body = ("grid", place.grid) if place.grid else ("community", place.community)
    talked_about = _talked_about(field, english=in_english())(place=body.pk)
    solved = _with_pictures(_solved(community=place.community.pk))
    return Home(talked_about, solved, numbers_of(place.community))


@cache
def _talked_about(field: str, *, english: bool) -> PreparedQuery[Issue]:
    """The names of bodies are put into words in one language."""
    issues = public_issues(Filters(stage="open")).filter(**{field: given_key("place")})
    return PreparedQuery(lambda: for_cards(issues)[:TALKED_ABOUT], of_reader=True)


_solved = PreparedQuery(lambda: recently_solved(given_key("community"))[:SOLVED])
_pictures = PreparedQuery(
    lambda: (
        Photo.objects.filter(among("issue", given_keys("issues")), shown=True)
        .select_related("upload")
        .order_by("position", "pk")
    )
)
_outcomes = PreparedQuery(
    lambda: Outcome.objects.filter(among("issue", given_keys("issues"))).order_by("pk")
)


def _with_pictures(issues: Sequence[Issue]) -> list[Solved]:
    keys = [issue.pk for issue in issues]
    first: dict[tuple[int, str], Photo] = {}
    for photo in _pictures(issues=keys):
        purpose = "after" if photo.purpose == PhotoPurpose.DELIVERED else "before"
        first.setdefault((photo.issue_id, purpose), photo)
    outcomes = {outcome.issue_id: outcome for outcome in _outcomes(issues=keys)}
    return [
        Solved(
            issue,
            outcomes.get(issue.pk),
            first.get((issue.pk, "before")),
            first.get((issue.pk, "after")),
        )
        for issue in issues
    ]
