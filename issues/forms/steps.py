"""Where it is, in steps: community, estate, building or place; or looked for by its name."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.words import WordsField
from grids.codes import plain_code
from grids.models import Body, Building
from grids.queries.places import PlacesChoice, places_of
from grids.queries.where import building_by_key
from grids.queries.whereabouts import Whereabouts
from issues.enums.matter import Spot
from issues.presentation.where import labels_of, named_places
from issues.search.places import find_places, only_one

MOST_FOUND = 24
# Gives the community that the form is about; "" for the reader's own.
Around = Callable[[str], Whereabouts | None]


class PlaceSteps(forms.Form):
    """Mixin. What was chosen stands before what was looked for, and nothing stands for what was not
    said.
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
    around: Around
    at_building: Building | None = None
    # What was looked for and several places are called.
    found: tuple[str, ...] = ()
    nothing_called: ClassVar[str | Promise] = gettext_lazy(
        "Nothing here is called “{words}”. Choose it in the steps, or say you can't."
    )

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
            self.add_error("look", str(self.nothing_called).format(words=words))
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

    def looked_only(self) -> None:
        """The form came to look a place up, or for another community: nothing is wrong yet."""
        says = ("photos", "look", *(["building"] if self.found else []))
        kept = {name: self.errors[name] for name in says if name in self.errors}
        self.errors.clear()
        self.errors.update(kept)
