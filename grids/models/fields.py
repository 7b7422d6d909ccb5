"""A column of codes, which are asked for and kept in one normal form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.codes import CODE, plain_code

if TYPE_CHECKING:
    TextField = models.CharField[str, str]
else:
    TextField = models.CharField


class CodeField(TextField):
    """However a code is typed, in a form, an address or a file, it is the same code.

    Lookups by the whole code compare its normal form; forms and saving store it. Rows that are
    written in other ways are held by a constraint of the table.
    """

    default_validators = [
        RegexValidator(
            rf"\A{CODE.pattern}\Z", message=_("A code has letters, digits and “-” only.")
        )
    ]

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return plain_code(text) if isinstance(text, str) else text

    def get_prep_value(self, value: Any) -> Any:
        stored = super().get_prep_value(value)
        return plain_code(stored) if isinstance(stored, str) else stored

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
