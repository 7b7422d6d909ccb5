"""The invariant as a command, on data broken behind the application's back."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from issues.actions.withdraw import withdraw
from tests.issues.actions.sweeping import at
from tests.issues.looked import nothing_is_due
from tests.issues.staging import raised
from tests.world import World

BREAKS = [
    ("UPDATE issues_assignment SET left_at = now(), left_cause = 'done' WHERE issue_id = {open}",
     "open without exactly one current lead"),
    ("UPDATE issues_deadline SET void_at = now() WHERE issue_id = {open}",
     "open without a running clock"),
    ("UPDATE issues_issue SET level = 'community' WHERE id = {open}",
     "its lead stands on another level"),
    ("UPDATE issues_assignment SET left_at = NULL, left_cause = '' WHERE issue_id = {ended}",
     "ended but still held"),
    ("UPDATE issues_deadline SET void_at = NULL, met_at = NULL WHERE issue_id = {ended}",
     "ended but a clock runs"),
]  # fmt: skip


def test_a_whole_chain_is_said_to_be_whole(world: World) -> None:
    raised(world)
    nothing_is_due()
    said = StringIO()
    call_command("check_chain", stdout=said)
    assert "one current lead" in said.getvalue()


@pytest.mark.parametrize(("statement", "why"), BREAKS)
def test_what_is_broken_is_named(world: World, statement: str, why: str) -> None:
    broken, sound, ended = raised(world), raised(world), raised(world)
    withdraw(ended, actor=world.resident, now=at(16, 10))
    with connection.cursor() as cursor:
        cursor.execute(statement.format(open=broken.pk, ended=ended.pk))
    said = StringIO()
    with pytest.raises(CommandError, match="broken at"):
        call_command("check_chain", stderr=said)
    assert why in said.getvalue()
    named = ended if "ended" in why else broken
    assert named.reference in said.getvalue()
    assert sound.reference not in said.getvalue()
