"""The filters of the list. Unknown values are ignored, so that old links still work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.models import Body, Category
from issues.enums import Level, MatterClass, Stage
from issues.queries.listing import Filters

STAGES = [
    ("open", _("still open")),
    *[(s.value, s.label) for s in Stage if s not in {Stage.MERGED, Stage.WITHDRAWN}],
]


class FilterForm(forms.Form):
    words = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    grid = forms.ChoiceField(label=_("Grid"), required=False)
    matter_class = forms.ChoiceField(label=_("Kind of matter"), required=False)
    stage = forms.ChoiceField(label=_("Step"), required=False)
    level = forms.ChoiceField(label=_("Who has it"), required=False)
    category = forms.ChoiceField(label=_("About"), required=False)

    def __init__(self, data: Any, *, grids: Sequence[Body], categories: Sequence[Category]) -> None:
        super().__init__(data)
        self.grids = {grid.code: grid for grid in grids}
        self.categories = {category.code: category for category in categories}
        everything = ("", _("all"))
        choices: dict[str, list[Any]] = {
            "grid": [(code, grid.call_name) for code, grid in self.grids.items()],
            "matter_class": list(MatterClass.choices),
            "stage": STAGES,
            "level": list(Level.choices),
            "category": [(code, one.name) for code, one in self.categories.items()],
        }
        for name, options in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [everything, *options]

    def filters(self, community: Body | None) -> Filters:
        self.is_valid()
        data = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return Filters(
            community=community,
            grid=self.grids.get(data["grid"]),
            matter_class=data["matter_class"],
            stage=data["stage"],
            level=data["level"],
            category=self.categories.get(data["category"]),
            words=data["words"],
        )

    @property
    def narrowed(self) -> bool:
        """True if a filter other than the search is set, so that the folded part must be open."""
        return any(self.cleaned_data.get(name) for name in self.fields if name != "words")
