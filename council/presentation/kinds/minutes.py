"""Sentences about minutes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from council.enums.minutes import SheetKind
from council.enums.votes import KeyHolder
from council.presentation.kinds.members import Sentence


def _corrected(parameters: Mapping[str, Any]) -> str:
    return _("The minutes were corrected: version {number}.").format(number=_number(parameters))


def _finished(parameters: Mapping[str, Any]) -> str:
    return _("The minutes were finished: version {number}.").format(number=_number(parameters))


def _signed(parameters: Mapping[str, Any]) -> str:
    holder = str(parameters.get("as", ""))
    who = KeyHolder(holder).label if holder in KeyHolder.values else holder
    return _("Version {number} of the minutes was signed: {who}.").format(
        number=_number(parameters), who=who
    )


def _published(parameters: Mapping[str, Any]) -> str:
    return _("The minutes were published: version {number}.").format(number=_number(parameters))


def _amended(parameters: Mapping[str, Any]) -> str:
    return _("An addendum to version {number} of the minutes was written.").format(
        number=parameters.get("corrects", "")
    )


def _filed(parameters: Mapping[str, Any]) -> str:
    kind = str(parameters.get("kind", ""))
    sheet = SheetKind(kind).label if kind in SheetKind.values else kind
    return _("A sheet of paper was filed: {sheet}.").format(sheet=sheet)


def _number(parameters: Mapping[str, Any]) -> str:
    return str(parameters.get("version", ""))


MINUTES: Mapping[str, Sentence] = {
    "minutes_corrected": _corrected,
    "minutes_finished": _finished,
    "minutes_signed": _signed,
    "minutes_published": _published,
    "minutes_amended": _amended,
    "sheet_filed": _filed,
}
