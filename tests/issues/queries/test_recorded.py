"""Every matter has its stream in the record, and every such stream its matter."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.utils import translation

from ledger.actions.append import append
from ledger.checks import MisfitError
from ledger.queries.verify import verify
from tests.issues.acting import raised
from tests.ledger.factories import act
from tests.world import World

STRAY = "issue:00000000-0000-4000-8000-000000000000"


def assert_named(subject: str, reason: str) -> None:
    with translation.override("en"), pytest.raises(MisfitError, match=re.escape(subject)) as found:
        verify()
    assert found.value.reason == reason


def by_the_owner(*statements: str) -> None:
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_a_matter_without_its_stream_and_one_with_the_record_of_another_are_named(
    world: World,
) -> None:
    one, other = raised(world), raised(world)
    assert verify().waiting > 0
    for_now = "UPDATE issues_issue SET uid = gen_random_uuid() WHERE id = {}"
    there = f"UPDATE issues_issue SET uid = '{other.uid}' WHERE id = {one.pk}"
    back = f"UPDATE issues_issue SET uid = '{one.uid}' WHERE id = {other.pk}"
    by_the_owner(for_now.format(other.pk))
    assert_named(other.reference, "this matter has no stream in the record")
    by_the_owner(there, back)
    assert_named(one.reference, "the record of this matter is that of another one")


@pytest.mark.django_db
@pytest.mark.parametrize("name", [STRAY, f"{STRAY}:inside"])
def test_a_stream_without_its_matter_is_named(name: str) -> None:
    append([act(name)])
    assert_named(name, "there is no matter to this stream")
