"""Where it is, in three steps: the estate, the building or place, the exact spot in words."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.words import WordsField
from accounts.words import cut
from grids.codes import plain_code
from grids.models import Body, Building, Estate, Venue
from grids.queries.places import PlacesChoice, grid_of_estate, places_of
from grids.queries.where import building_by_key, venue_by_code
from grids.queries.whereabouts import Whereabouts
from issues.enums import Spot
from issues.presentation.where import at_venue, labels_of, named_places
from issues.search.places import find_places, only_one

LONGEST_NOTE = 120
MOST_FOUND = 24
# Gives the community that the form is about; "" for the reader's own.
Around = Callable[[str], Whereabouts | None]


class WhereForm(forms.Form):
    """Mixin. After `is_valid()` one of `at_building`, `at_venue` and `at_grid` tells where.

    Whoever can't say is never stopped: the grid of the estate, or the reader's own, takes it in.
    What was chosen stands before what was looked for, and nothing stands for what was not said.
    """

    community = WordsField(required=False, max_length=20, widget=forms.HiddenInput)
    look = WordsField(
        label=gettext_lazy("Look for it by name or number"), required=False, max_length=60
    )
    estate = WordsField(
        label=gettext_lazy("Which estate?"), required=False, max_length=9, widget=forms.Select
    )
    building = WordsField(
        label=gettext_lazy("Which building or place?"),
        required=False,
        max_length=12,
        widget=forms.Select,
    )
    place_note = WordsField(
        label=gettext_lazy("Where exactly?"),
        required=False,
        max_length=LONGEST_NOTE,
        help_text=gettext_lazy("Staircase, floor, door. Only staff see it."),
    )
    # Of the poster by which somebody came.
    venue = WordsField(required=False, max_length=12, widget=forms.HiddenInput)

    around: Around
    at_building: Building | None = None
    at_venue: Venue | None = None
    at_grid: Body | None = None
    # With `at_grid`: in an estate or not, and what of it is known.
    at_estate: Estate | None = None
    at_spot = ""
    by_poster = False
    # What was looked for and several places are called.
    found: tuple[str, ...] = ()

    @property
    def looks(self) -> bool:
        """The button beside the words was pressed, and not the one that sends the matter."""
        return self.data.get("look_up") == "words"

    @cached_property
    def whereabouts(self) -> Whereabouts | None:
        """Of the community whose places are offered."""
        values = self.data if self.is_bound else self.initial
        code = plain_code(str(values.get("community") or ""))
        if not code:
            chosen = building_by_key(str(values.get("building") or ""))
            code = chosen.grid.parent.code if chosen and chosen.grid.parent else ""
        return self.around(code)

    @cached_property
    def places(self) -> PlacesChoice:
        here = self.whereabouts
        return places_of(here.community) if here else PlacesChoice((), (), ())

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

    def _looked_up(self, words: str, chosen: str) -> bool:
        """Whether it is clear which place is meant; the form then has it chosen.

        Whoever says that they can't say is let through; what they looked for is told to staff.
        """
        if chosen in Spot.values and not self.looks:
            return True
        named = named_places(self.whereabouts, self.places)
        found = find_places(words, named)
        if chosen and chosen in found:
            return True
        if chosen:
            said = _(
                "You looked for “{words}”, but something else is chosen. "
                "Choose once more, or empty the search."
            )
            self.add_error("building", said.format(words=words))
        elif one := only_one(words, named):
            self._choose(one)
            return True
        elif self.cleaned_data["estate"] in Spot.values and not self.looks:
            return True
        elif not found:
            said = _("Nothing here is called “{words}”. Choose it in the steps, or say you can't.")
            self.add_error("look", said.format(words=words))
        else:
            self.add_error("building", _("Several places are called so. Which one is it?"))
        self.found = tuple(found[:MOST_FOUND])
        if self.looks:
            self._choose("")
        return False

    def _choose(self, key: str) -> None:
        """Step 1 follows; what nobody chose is empty, whatever stood there before."""
        chosen = {"building": key, "estate": labels_of(self.places)[key][1] if key else ""}
        if key:
            chosen["look"] = ""
        # A form that arrives cannot be written to; a draft is a plain dictionary.
        data: Any = copy(self.data)
        for name, value in chosen.items():
            data[name] = value
        self.data = data

    def _refuse_other_estate(self, estate: str) -> None:
        place = self.at_building
        if place is None:
            self.add_error("building", _("This place is not there any more. Please choose again."))
        elif estate.isdecimal() and place.estate_id != int(estate):
            said = _("{place} is not in the estate chosen above. Please choose again.")
            self.add_error("building", said.format(place=place))
        else:
            self._refuse_elsewhere(place.grid, str(place))

    def _refuse_elsewhere(self, grid: Body | None, name: str) -> None:
        """A place of another community than the form is about."""
        code = plain_code(self.cleaned_data.get("community") or "")
        there = grid.parent if grid is not None else None
        if there is None:
            self.add_error("building", _("This place is not there any more. Please choose again."))
        elif code and there.code != code:
            said = _("{place} is in {community}. Change the community above, or choose again.")
            self.add_error("building", said.format(place=name, community=there.call_name))

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

    def looked_only(self) -> None:
        """The form came to look a place up, or for another community: nothing is wrong yet."""
        kept = {name: self.errors[name] for name in ("photos", "look") if name in self.errors}
        if self.found:
            kept["building"] = self.errors["building"]
        self.errors.clear()
        self.errors.update(kept)
