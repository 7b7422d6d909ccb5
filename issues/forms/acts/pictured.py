"""Acts with photos, which are kept if the form is shown again."""

from __future__ import annotations

from typing import Any

from django import forms

from issues.addresses import address_of_photo
from issues.forms.acts.base import ActContext, ActForm
from issues.forms.photos import PhotosForm
from issues.inputs import MOST_PHOTOS
from issues.queries.dossier import Dossier


class PicturedForm(PhotosForm, ActForm):
    is_pictured = True
    most_photos = MOST_PHOTOS

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, person=context.person, context=context, **kwargs)

    def drawn_afresh(self, dossier: Dossier) -> dict[str, str]:
        """The photos that have arrived, so that they need not be sent again."""
        again = super().drawn_afresh(dossier)
        return {**again, "kept": self.kept_tokens} if self.uploads else again

    @property
    def kept_thumbs(self) -> list[str]:
        return [address_of_photo(one.token, "small") for one in self.uploads]

    @property
    def photos_field(self) -> forms.BoundField:
        return self["photos"]
