"""What bodies are called, for sentences that know them by their codes."""

from __future__ import annotations

from collections.abc import Collection

from grids.models import Body


def body_names(codes: Collection[str]) -> dict[str, str]:
    """By code, in the active language, in one query; no entry for a code nobody has."""
    bodies = Body.objects.filter(code__in=codes).only("code", "name", "name_en")
    return {body.code: body.display_name for body in bodies}
