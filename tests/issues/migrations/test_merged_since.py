"""What 0019 holds: since when a matter is handled with another, and where functions look."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from issues.models import Issue
from tests.issues.acting import raised
from tests.world import World

OURS = """
SELECT proname, coalesce(proconfig::text, '') FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""


@pytest.mark.django_db
def test_each_function_of_ours_says_where_it_looks() -> None:
    with connection.cursor() as cursor:
        cursor.execute(OURS)
        found = cursor.fetchall()
    assert {name.split("_")[0] for name, _ in found} >= {"issues", "grids", "ledger"}
    assert [name for name, said in found if "search_path" not in said] == []


def test_figures_are_kept_whatever_path_a_session_looks_along(world: World) -> None:
    """As where a copy is restored, which looks along none."""
    issue = raised(world)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = ''")
        cursor.execute(
            "UPDATE public.issues_issue SET visibility = 'hidden' WHERE id = %s", [issue.pk]
        )
        cursor.execute("SET LOCAL search_path = public")
    assert Issue.objects.get(pk=issue.pk).visibility == "hidden"


def test_what_is_handled_with_another_says_since_when(world: World) -> None:
    one, other = raised(world), raised(world)
    rows, now = Issue.objects.filter(pk=one.pk), timezone.now()
    merged = {"stage": "merged", "ended_at": now, "merged_into": other}
    for wrong in ({"merged_at": now}, merged):
        with pytest.raises(IntegrityError, match="issue_merged_since"), transaction.atomic():
            rows.update(**wrong)
    assert rows.update(merged_at=now, **merged) == 1
