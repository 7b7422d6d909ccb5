"""What bodies are called, for sentences that know them by their codes."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf

from grids.models import Body
from grids.models.body import in_english


def body_names(codes: Collection[str]) -> dict[str, str]:
    """By code, in the active language, in one query; no entry for a code nobody has."""
    bodies = Body.objects.filter(code__in=codes).only("code", "name", "name_en")
    return {body.code: body.display_name for body in bodies}


def display_name(body: str = "body") -> F | Coalesce:
    """As `Body.display_name` says it, for a query that needs no more of it; `body` leads there."""
    chinese = F(f"{body}__name")
    if not in_english():
        return chinese
    return Coalesce(NullIf(f"{body}__name_en", Value("")), chinese)
