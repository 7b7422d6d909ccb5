"""Fields that several acts of the council share."""

from __future__ import annotations

from collections.abc import Sequence

from council.forms.base import CouncilActForm
from grids.enums import BodyKind
from grids.models import Body
from grids.queries.whereabouts import Elsewhere, Whereabouts
from issues.forms.building import BuildingSteps


class BuildingForm(BuildingSteps, CouncilActForm):
    """A form that also asks for a building of those for which a council sits."""

    def prepare_building(self, bodies: Sequence[Body]) -> None:
        """Of grids and communities: a grid's buildings are among its community's."""
        communities = {one.pk: one for one in map(_community, bodies)}
        whole = any(body.kind == BodyKind.COMMUNITY for body in bodies)
        self.grids = () if whole else tuple(body.code for body in bodies)

        def around(code: str) -> Whereabouts | None:
            first = next(iter(communities.values()), None)
            here = next((one for one in communities.values() if one.code == code), first)
            others = [one for one in communities.values() if one is not here]
            elsewhere = [Elsewhere(one.code, one.call_name) for one in others]
            return Whereabouts(here, (), None, elsewhere) if here else None

        self.around = around


def _community(body: Body) -> Body:
    return body.parent if body.kind == BodyKind.GRID and body.parent else body
