"""What can be chosen in the forms about sittings, and what was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from council.enums.planning import MeetingAct
from council.facts.viewer import Viewer
from council.models import Council
from council.queries.bookings import venues_of
from council.queries.choosing import own_first
from council.queries.councils import facts_of_council
from council.queries.sitting_subjects import asked_of
from council.queries.speakers import spoken_for
from grids.enums import BodyKind
from grids.models import Body, Venue

Choices = list[tuple[str, str]]


def venue_choices(council: Council) -> Choices:
    ordered = sorted(
        venues_of(council), key=lambda venue: (venue.grid_id != council.body_id, venue.name)
    )
    return [("", _("At another place")), *((str(row.pk), row.display_name) for row in ordered)]


def own_venue(council: Council) -> Venue | None:
    """The first venue of the council's own grid; None for the council of a community."""
    return Venue.objects.open().filter(grid=council.body).order_by("name", "pk").first()


def chosen_venue(council: Council, key: str) -> Venue | None:
    return venues_of(council).filter(pk=int(key)).first() if key else None


def person_choices(people: QuerySet[User]) -> Choices:
    return [("", _("Not chosen yet")), *((str(one.pk), str(one)) for one in people)]


def chosen_person(people: QuerySet[User], key: str) -> User | None:
    return people.filter(pk=int(key)).first() if key else None


def other_councils(
    host: Council, viewer: Viewer, known: Sequence[Council]
) -> Mapping[str, Council]:
    """The councils that may sit beside the host, by key.

    First come those that are chosen already, then those that the person convenes as well, the ones
    of the host's community before others.
    """
    around = facts_of_council(host).community_path
    convened = own_first(asked_of(viewer, MeetingAct.CONVENE), viewer)
    near = sorted(convened, key=lambda one: not one.body.path.startswith(around))
    return {str(one.pk): one for one in (*known, *near) if one.pk != host.pk}


def body_choices(council: Council) -> Choices:
    """Departments and other bodies that can be asked to come: somebody speaks for them now."""
    roots = [body.path for body in Body.objects.filter(path__in=_above(council.body.path))]
    kinds = ["department", "partner", "community"]
    heard = spoken_for(now=timezone.now())
    rows = Body.objects.filter(heard, active=True, kind__in=kinds)
    near = [row for row in rows if any(row.path.startswith(p) for p in roots)]

    def distance(row: Body) -> tuple[int, bool, str]:
        """Bodies that serve the community come first, then its street's, then the district's."""
        shared = sum(row.path.startswith(one) for one in (*roots, council.body.path))
        return -shared, row.kind == BodyKind.COMMUNITY and shared < len(roots), row.path

    ordered = sorted(near, key=distance)
    return [("", _("Nobody")), *((row.code, row.call_name) for row in ordered)]


def _above(path: str) -> list[str]:
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[:length]) + "/" for length in range(1, len(parts))]
