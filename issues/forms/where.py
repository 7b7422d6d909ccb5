"""Where it is, in three steps: the estate, the building or place, the exact spot in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.words import WordsField
from accounts.words import cut
from grids.models import Body, Estate, Venue
from grids.queries.places import grid_of_estate
from grids.queries.where import building_by_key, venue_by_code
from issues.enums.matter import Spot
from issues.forms.steps import PlaceSteps
from issues.presentation.where import at_venue

LONGEST_NOTE = 120


class WhereForm(PlaceSteps):
    """Mixin. After `is_valid()` one of `at_building`, `at_venue` and `at_grid` tells where.

    Whoever can't say is never stopped: the grid of the estate, or the reader's own, takes it in.
    """

    place_note = WordsField(
        label=gettext_lazy("Where exactly?"),
        required=False,
        max_length=LONGEST_NOTE,
        help_text=gettext_lazy("Staircase, floor, door. Only staff see it."),
    )
    # Of the poster by which somebody came.
    venue = WordsField(required=False, max_length=12, widget=forms.HiddenInput)

    at_venue: Venue | None = None
    at_grid: Body | None = None
    # With `at_grid`: in an estate or not, and what of it is known.
    at_estate: Estate | None = None
    at_spot = ""
    by_poster = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.at_venue = venue_by_code(data.get("venue") or "") if data.get("venue") else None
        self.by_poster = self.at_venue is not None
        if not self.by_poster and not self.errors.keys() & {"building", "estate", "look"}:
            self._place_it(data)
        return data

    def _place_it(self, data: dict[str, Any]) -> None:
        estate, words = data["estate"], data["look"]
        if words and not self._looked_up(words, "" if self.looks else data["building"]):
            return
        # What was found is chosen by now.
        chosen = (self.data.get("building") or "") if words else data["building"]
        if chosen in Spot.values or (not chosen and estate in Spot.values):
            self._somewhere(estate, Spot(chosen or estate))
        elif chosen.startswith(at_venue("")):
            self.at_venue = venue_by_code(chosen.removeprefix(at_venue("")))
            grid = self.at_venue.grid if self.at_venue else None
            self._refuse_elsewhere(grid, str(self.at_venue))
        elif chosen:
            self.at_building = building_by_key(chosen)
            self._refuse_other_estate(estate)
        elif estate:
            self.add_error(
                "building", _("Say which building or place; if you can't, say so there.")
            )
        else:
            self.add_error(
                "building",
                _("Say where it is: estate and building. If you can't say, choose that."),
            )

    def _somewhere(self, key: str, spot: Spot) -> None:
        """No place that has a row: in an estate, or anywhere in the community."""
        estate = None
        if key.isdecimal():
            estate = Estate.objects.select_related("community").filter(pk=int(key)).first()
            here = self.whereabouts
            if estate is None or here is None or estate.community_id != here.community.pk:
                self.add_error("estate", _("This estate is not of this community. Choose again."))
                return
        self.at_grid = (grid_of_estate(estate) if estate else None) or self._own_grid()
        if self.at_grid is None:
            self.add_error("building", _("Say where it is: estate and building."))
            return
        self.at_estate, self.at_spot = estate, spot.value
        self._tell_staff(self.cleaned_data["look"])

    def _tell_staff(self, looked_for: str) -> None:
        """Put what was looked for before the words about the spot, which are never cut for it."""
        note = self.cleaned_data.get("place_note") or ""
        room = LONGEST_NOTE - len(note) - 3
        parts = (cut(looked_for, max(room, 0)), note)
        self.cleaned_data["place_note"] = " · ".join(part for part in parts if part)

    def _own_grid(self) -> Body | None:
        here = self.whereabouts
        if here is None:
            return None
        grid = here.grid or next(iter(here.grids), None)
        if grid is not None:
            grid.parent = here.community
        return grid
