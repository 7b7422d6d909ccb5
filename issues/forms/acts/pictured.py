"""Acts with photos, which are kept if the form is shown again."""

from __future__ import annotations

from typing import Any

from django import forms

from issues.forms.acts.base import ActContext, ActForm
from issues.forms.photos import PhotosForm
from issues.inputs import MOST_PHOTOS


class PicturedForm(PhotosForm, ActForm):
    is_pictured = True
    most_photos = MOST_PHOTOS

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, person=context.person, context=context, **kwargs)

    def drawn_afresh(self, context: ActContext) -> dict[str, str]:
        """The photos that have arrived, so that they need not be sent again."""
        again = super().drawn_afresh(context)
        return {**again, "kept": self.kept_tokens} if self.uploads else again

    @property
    def photos_field(self) -> forms.BoundField:
        return self["photos"]
