from django import forms

from accounts.forms.words import WordsField
from grids.codes import plain_code
from grids.enums import BodyKind
from grids.models import Body


class GridForm(forms.Form):
    """The grid that someone wants to read about; the cookie keeps its code."""

    grid = WordsField(max_length=20)

    def clean_grid(self) -> str:
        code = plain_code(self.cleaned_data["grid"])
        if not Body.objects.filter(code=code, kind=BodyKind.GRID, active=True).exists():
            raise forms.ValidationError("unknown")
        return code
