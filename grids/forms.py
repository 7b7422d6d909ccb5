"""Send a file to import, or paste its lines."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import WordsField
from grids.enums import ImportKind
from grids.importing.problems import Unreadable
from grids.importing.reading import MOST_BYTES, Row, read, read_file


class ImportForm(forms.Form):
    """Once the form is valid, `rows` holds what was read."""

    kind = ChoiceField(label=_("What is in it"), choices=ImportKind.choices)
    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        help_text=_("An Excel workbook (.xlsx) or CSV, up to 5 MB and 20,000 lines."),
    )
    text = WordsField(
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
            kind = values["kind"]
            self.rows = (
                read_file(file.read(), kind)
                if file is not None
                else read(values.get("text", ""), kind)
            )
        except Unreadable as unreadable:
            self.add_error("file" if file is not None else "text", str(unreadable))
        return values
