"""A building, by the same steps as the place of a matter, in forms that are about people."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.forms import BoundField
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.enums import Offered
from grids.models import Building
from grids.queries.places import PlacesChoice
from grids.queries.where import building_by_key
from issues.forms.steps import PlaceSteps
from issues.presentation.where import labels_of, where_of

# Drawn with the building, in one box.
WITH_THE_BUILDING = frozenset({"look", "estate"})


class BuildingSteps(PlaceSteps):
    """Mixin, before the form. After `is_valid()` the building is `at_building`, None for none.

    `which` is asked above the steps; `none` is the choice of who names no building.
    """

    which: ClassVar[str | Promise]
    none: ClassVar[str | Promise] = ""
    why: ClassVar[str | Promise] = ""
    offered: ClassVar[Offered] = Offered.HOMES
    needs_building: ClassVar[bool] = False
    nothing_called = gettext_lazy("Nothing here is called “{words}”. Choose it in the steps.")
    # Codes of the only grids whose buildings are offered.
    grids: Collection[str] = ()

    @cached_property
    def places(self) -> PlacesChoice:
        return super().places.only(self.offered, grids=self.grids)

    def choose(self, building: Building | None) -> None:
        """It stands there before anybody chose."""
        if building is not None:
            self.initial["building"] = str(building.pk)
            self.initial["estate"] = str(building.estate_id or "")

    @property
    def where(self) -> dict[str, Any]:
        """For `issues/parts/steps.html`."""
        asked = [("only", self.offered.value), *(("grid", code) for code in self.grids)]
        return {
            **where_of(self.whereabouts, self.places, found=self.found),
            "legend": self.which,
            "none": self.none,
            "why": self.why,
            "may_be_empty": not self.needs_building,
            "homes_only": self.offered == Offered.HOMES,
            "asked": f"?{urlencode(asked)}",
        }

    def visible_fields(self) -> list[BoundField]:
        return [one for one in super().visible_fields() if one.name not in WITH_THE_BUILDING]

    @property
    def is_drawn_again(self) -> bool:
        """A button beside the search was pressed, or another community chosen."""
        return self.is_bound and "look_up" in self.data

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.is_drawn_again:
            self.looked_only()
            return False
        return valid

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors.keys() & {"building", "estate", "look"}:
            self._find_it(data)
        return data

    def _find_it(self, data: dict[str, Any]) -> None:
        estate, words = data["estate"], data["look"]
        if words and not self._looked_up(words, "" if self.looks else data["building"]):
            return
        # What was found is chosen by now.
        chosen = (self.data.get("building") or "") if words else data["building"]
        if chosen:
            self._take(chosen, "" if words else estate)
        elif self.needs_building:
            self.add_error("building", _("Say where it is: estate and building."))
        elif estate:
            self.add_error("building", _("Choose the building too, or no estate either."))

    def _take(self, chosen: str, estate: str) -> None:
        if chosen not in labels_of(self.places):
            self.add_error("building", _("Please choose a building of the list."))
            return
        self.at_building = building_by_key(chosen)
        self._refuse_other_estate(estate)
