"""The field for a sum of money, and the question whether it was understood."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.words import in_a_line
from acting.forms.act import ActForm
from acting.refusals import AsksFirst
from issues.inputs import MOST_MONEY
from issues.presentation.money import yuan
from issues.refusals import NOT_YUAN
from issues.yuan import Unreadable, read_yuan

EITHER = gettext_lazy("That can be {one} or {other}. Please write it in full, as 1200 or 1200.50.")


class YuanField(forms.DecimalField):
    """Yuan, as people write them. A browser's field for numbers would drop the comma of 1,000."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        said = {"invalid": NOT_YUAN, "max_value": NOT_YUAN}
        super().__init__(max_value=MOST_MONEY, min_value=0, error_messages=said, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "decimal"}

    def to_python(self, value: Any) -> Any:
        typed = in_a_line(str(value or ""))
        if not typed:
            return None
        try:
            return read_yuan(typed).yuan
        except Unreadable as unread:
            raise forms.ValidationError(_sentence(unread), code="invalid") from unread


def _sentence(unread: Unreadable) -> str:
    if len(unread.may_be) != 2:
        return str(NOT_YUAN)
    one, other = map(yuan, unread.may_be)
    return str(EITHER).format(one=one, other=other)


class AsksSums(ActForm):
    """A sum that was not typed as plain digits is shown back as understood, before it is sent."""

    def ask_sums(self) -> None:
        """Raises AsksFirst unless the person has said yes to these very sums."""
        asked = [
            _("{typed}: that is {sum}.").format(typed=typed, sum=yuan(read_yuan(typed).yuan))
            for name, field in self.fields.items()
            if isinstance(field, YuanField)
            if (typed := in_a_line(self.data.get(self.add_prefix(name), "")))
            if not read_yuan(typed).as_typed
        ]
        about = " ".join(asked)
        if asked and self.assented != about:
            raise AsksFirst(_("{sums} Is that right?").format(sums=about), about=about)
