"""Fields that several acts of the council share."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from council.forms.base import CouncilActForm
from grids.enums import BodyKind
from grids.models import Body
from grids.queries.whereabouts import Elsewhere, Whereabouts
from issues.forms.building import BuildingSteps


class BuildingForm(BuildingSteps, CouncilActForm):
    """A form that also asks for a building of those for which a council sits."""

    def prepare_building(self, bodies: Sequence[Body]) -> None:
        """Of grids and communities: a grid's buildings are among its community's, and no more of
        a community are offered than those of the grids named, unless it is named itself.
        """
        communities = {one.pk: one for one in (body.community for body in bodies)}
        whole = {body.pk for body in bodies if body.kind == BodyKind.COMMUNITY}
        self.grids = () if whole == communities.keys() else _grids(bodies)

        def around(code: str) -> Whereabouts | None:
            first = next(iter(communities.values()), None)
            here = next((one for one in communities.values() if one.code == code), first)
            others = [one for one in communities.values() if one is not here]
            elsewhere = [Elsewhere(one.code, one.call_name) for one in others]
            return Whereabouts(here, (), None, elsewhere) if here else None

        self.around = around


def _grids(bodies: Sequence[Body]) -> tuple[str, ...]:
    """Codes of the grids named, and of all grids of the communities named."""
    named = Q(pk__in=[body.pk for body in bodies]) | Q(parent__in=[body.pk for body in bodies])
    grids = Body.objects.filter(named, kind=BodyKind.GRID, active=True).order_by("path")
    return tuple(grids.values_list("code", flat=True))
