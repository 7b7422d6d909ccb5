"""Names of bodies, for sentences that know them by their codes."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf

from grids.models import Body
from grids.models.body import in_english


def body_names(codes: Collection[str]) -> dict[str, str]:
    """Names by code in the active language, in one query. Unknown codes are left out."""
    bodies = Body.objects.filter(code__in=codes).only("code", "name", "name_en")
    return {body.code: body.display_name for body in bodies}


def own_name() -> F | Coalesce:
    """`display_name` of the body that is read."""
    return _name("name")


def display_name(body: str = "body") -> F | Coalesce:
    """`Body.display_name` as SQL, for queries that read no bodies; `body` leads to the body."""
    return _name(f"{body}__name")


def _name(column: str) -> F | Coalesce:
    chinese = F(column)
    if not in_english():
        return chinese
    return Coalesce(NullIf(f"{column}_en", Value("")), chinese)
