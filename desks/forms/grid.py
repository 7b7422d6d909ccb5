from django import forms

from grids.enums import BodyKind
from grids.models import Body


class GridForm(forms.Form):
    """The grid someone wants to read about; its code is what the cookie keeps."""

    grid = forms.CharField(max_length=20)

    def clean_grid(self) -> str:
        code: str = self.cleaned_data["grid"]
        if not Body.objects.filter(code=code, kind=BodyKind.GRID, active=True).exists():
            raise forms.ValidationError("unknown")
        return code
