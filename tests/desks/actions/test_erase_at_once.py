"""Whoever is forgotten while others act: nobody waits for ever."""

from __future__ import annotations

import threading

from django.db import transaction
from django.db.models import F

from accounts.models import User
from council.models import Meeting, Roll
from desks.actions.erase_person import erase_person
from issues.actions.support import support
from issues.models import Issue
from tests.council.sittings import BEGINS, CONVENED, a_called_sitting, a_council
from tests.harness.waiting import wait_until, waits_in_a_statement_on
from tests.harness.world import LiveWorld
from tests.issues.sitting import hard
from tests.issues.test_sweep_processes import in_threads
from tests.world import World, build_world, person


def forgotten_while_the_sitting_is_called(user: User, meeting: Meeting, issue: Issue) -> None:
    """As a sitting is called: its row and its roll are written, then its matter is asked for."""
    held, waits = threading.Event(), threading.Event()

    def from_the_sitting() -> None:
        with transaction.atomic():
            Meeting.objects.select_for_update().get(pk=meeting.pk)
            Roll.objects.filter(meeting=meeting).update(kind=F("kind"))
            held.set()
            assert waits.wait(30)
            Issue.objects.select_for_update().get(pk=issue.pk)

    def is_forgotten() -> None:
        assert held.wait(30)
        erase_person(user, actor=user, now=BEGINS)

    def watches() -> None:
        assert held.wait(30)
        try:
            wait_until(lambda: waits_in_a_statement_on("council_%"), seconds=20)
        finally:
            waits.set()

    assert in_threads(from_the_sitting, is_forgotten, watches) == [None, None, None]
    user.refresh_from_db()
    assert user.erased_at == BEGINS


def supported(world: World, user: User) -> Issue:
    issue = hard(world)
    support(issue, actor=user, now=CONVENED)
    return issue


def test_whoever_chairs_a_sitting_about_their_matter_is_forgotten(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    user = person("邵志远")
    issue = supported(world, user)
    meeting = a_called_sitting(world, a_council(world), items=[issue.reference])
    Meeting.objects.filter(pk=meeting.pk).update(chair=user)
    forgotten_while_the_sitting_is_called(user, meeting, issue)
    assert Meeting.objects.get(pk=meeting.pk).chair is None


def test_whoever_comes_to_a_sitting_about_their_matter_is_forgotten(
    world_database: LiveWorld,
) -> None:
    """Only their line of the roll goes, which whoever has the sitting may be writing."""
    world = build_world()
    council = a_council(world)
    issue = hard(world)
    meeting = a_called_sitting(world, council, items=[issue.reference])
    line = Roll.objects.filter(meeting=meeting).exclude(
        person__in=[meeting.chair_id, meeting.recorder_id]
    )
    user = line.select_related("person")[0].person
    assert user is not None
    support(issue, actor=user, now=CONVENED)
    forgotten_while_the_sitting_is_called(user, meeting, issue)
    assert not Roll.objects.filter(meeting=meeting, person=user).exists()
