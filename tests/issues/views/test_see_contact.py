"""A doubled press is one look; a form sent elsewhere or much later is another."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from acting.models import Submission
from issues.enums.acts import Act
from issues.models import Issue
from ledger.models import Entry
from tests.issues.acting import raised, send
from tests.world import World


def looks() -> int:
    return Entry.objects.filter(kind="issue.contact_seen").count()


def number_shown(world: World, issue: Issue, key: str) -> bool:
    answer = send(world.grid_worker, issue, Act.SEE_CONTACT, {"submission": key})
    digits = (world.resident.phone or "").removeprefix("+86")
    assert answer.status_code == 200
    return f"{digits[:3]} {digits[3:7]} {digits[7:]}" in answer.content.decode()


def test_a_doubled_press_is_one_look(world: World) -> None:
    issue, key = raised(world), str(uuid4())
    assert number_shown(world, issue, key)
    assert number_shown(world, issue, key)
    assert looks() == 1


def test_the_same_form_sent_to_another_matter_or_much_later_is_recorded(world: World) -> None:
    first, second, key = raised(world), raised(world), str(uuid4())
    number_shown(world, first, key)
    assert number_shown(world, second, key)
    assert looks() == 2
    Submission.objects.update(created_at=timezone.now() - timedelta(hours=1))
    assert number_shown(world, first, key)
    assert looks() == 3
