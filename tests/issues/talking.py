"""Talks as tests have them; what people tell of a talk they tell themselves."""

from __future__ import annotations

from typing import Any

from issues.enums.activity import DeliberationKind
from issues.inputs import Talk


def doorstep(**told: Any) -> Talk:
    """Two on a doorstep, unless `told` otherwise."""
    return Talk(**{"kind": DeliberationKind.DOORSTEP, "head_count": 2, **told})
