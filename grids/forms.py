"""Send a file to import, or paste its lines."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.enums import ImportKind
from grids.importing.problems import Unreadable
from grids.importing.reading import MOST_BYTES, Row, decode, read


class ImportForm(forms.Form):
    """Once the form is valid, `rows` holds what was read."""

    kind = forms.ChoiceField(label=_("What is in it"), choices=ImportKind.choices)
    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        help_text=_("CSV as Excel saves it, up to 5 MB and 20,000 lines."),
    )
    text = forms.CharField(
        label=_("Or paste the lines here"),
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_("Copied from Excel with the header line."),
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)
    rows: list[Row]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.errors:
            return values
        file = values.get("file")
        try:
            if file is not None and file.size > MOST_BYTES:
                raise Unreadable(_("The file is larger than 5 MB. Send it in parts."))
            text = decode(file.read()) if file is not None else values.get("text", "")
            self.rows = read(text, values["kind"])
        except Unreadable as unreadable:
            self.add_error("file" if file is not None else "text", str(unreadable))
        return values
