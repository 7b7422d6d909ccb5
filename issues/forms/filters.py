"""The filters of the list. Unknown values are ignored, so that old links still work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from accounts.words import cut
from grids.codes import plain_code
from grids.models import Body, Category
from issues.enums.finding import ListOrder
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.enums.turns import Level
from issues.queries.listing import Filters
from issues.references import LONGEST

STAGES = [
    ("open", _("not done yet")),
    *[(s.value, s.label) for s in Stage if s not in {Stage.MERGED, Stage.WITHDRAWN}],
]
# The folded part of the form.
NARROWING = frozenset({"grid", "matter_class", "stage", "level", "category"})


class AskedField(WordsField):
    """What is looked for. Nobody is told off for a long question: its beginning is read."""

    def to_python(self, value: Any) -> str:
        return cut(super().to_python(str(value or "").replace("\x00", "")), LONGEST)


class FilterForm(forms.Form):
    words = AskedField(
        label=_("Search"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    grid = forms.ChoiceField(label=_("Grid"), required=False)
    matter_class = forms.ChoiceField(label=_("Kind of matter"), required=False)
    stage = forms.ChoiceField(label=_("Step"), required=False)
    level = forms.ChoiceField(label=_("Who has it"), required=False)
    category = forms.ChoiceField(label=_("About"), required=False)
    order = forms.ChoiceField(
        label=_("In which order"),
        required=False,
        choices=ListOrder.choices,
        widget=forms.HiddenInput,
    )

    def __init__(self, data: Any, *, grids: Sequence[Body], categories: Sequence[Category]) -> None:
        super().__init__(_with_plain_codes(data))
        self.grids = {grid.code: grid for grid in grids}
        self.categories = {category.code.lower(): category for category in categories}
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
        data = {name: self.cleaned_data.get(name, "") for name in NARROWING | {"words"}}
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
    def chosen_order(self) -> ListOrder:
        """What was chosen; of a search otherwise the best first, of everything the newest."""
        words, chosen = self.cleaned_data.get("words"), self.cleaned_data.get("order")
        if not chosen or (chosen == ListOrder.BEST and not words):
            return ListOrder.BEST if words else ListOrder.NEWEST
        return ListOrder(chosen)

    @property
    def narrowed(self) -> bool:
        """True if a filter other than the search is set, so that the folded part must be open."""
        return any(self.cleaned_data.get(name) for name in NARROWING)

    def sought(self) -> bool:
        """True if words or a filter narrow the list: where they don't, it is empty by itself."""
        return self.narrowed or bool(self.cleaned_data.get("words"))


def _with_plain_codes(data: Any) -> dict[str, Any]:
    """Codes in an address are typed by hand too."""
    plain = {name: data.get(name) for name in data}
    plain["grid"] = plain_code(plain.get("grid") or "")
    plain["category"] = plain_code(plain.get("category") or "").lower()
    return plain
