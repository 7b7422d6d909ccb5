from django import forms

from grids.enums import BodyKind
from grids.models import Body


class GridForm(forms.Form):
    """The grid that someone wants to read about; the cookie keeps its code."""

    grid = forms.CharField(max_length=20)

    def clean_grid(self) -> str:
        code: str = self.cleaned_data["grid"]
        if not Body.objects.filter(code=code, kind=BodyKind.GRID, active=True).exists():
            raise forms.ValidationError("unknown")
        return code
