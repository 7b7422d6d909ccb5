"""The matters that wait for a person's own word, and for nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from issues.enums.stages import Stage
from issues.models import Issue

# Nobody looks at more of them above all else; the rest stands under “Mine”.
MOST = 5
READ = ("reference", "title", "text", "public_title", "visibility")


def owed_words() -> ArraySubquery:
    """Read with whoever is signed in, as every page shows it: one look into a small index."""
    waiting = Issue.objects.filter(reporter=OuterRef("pk"), stage=Stage.CONFIRM)
    rows = waiting.order_by("raised_at", "pk").values(json=JSONObject(**{n: F(n) for n in READ}))
    return ArraySubquery(rows[:MOST])


def owed_by(person: object) -> Sequence[Issue]:
    """For the person of a request; nothing for visitors. Only what names them is read."""
    return [Issue(**row) for row in getattr(person, "owed_words", None) or ()]
