"""Two people in the same moment: one is served, the other gets a sentence."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from acting.refusals import Refused
from desks.actions.erase_person import erase_person
from grids.actions.save_category import save_category
from grids.models import Category
from issues.actions.call_back import call_back
from issues.actions.classify import classify
from issues.actions.hide import hide
from issues.actions.merge import merge
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.settle import settle
from issues.actions.support import support
from issues.actions.withdraw import withdraw
from issues.enums.matter import MatterClass, Visibility
from issues.inputs import NewMatter
from issues.models import CallBack, Issue, Photo, Support
from issues.queries.chain_soundness import broken_chains
from issues.refusals import Stale
from tests.harness.world import LiveWorld
from tests.issues.staging import published, upload
from tests.issues.talking import doorstep
from tests.issues.test_sweep_processes import in_threads
from tests.world import World, build_world, person


def test_four_calls_at_once_are_three_and_a_sentence(world_database: LiveWorld) -> None:
    world = build_world()
    now = timezone.now()
    issue = raise_issue(
        NewMatter(text="灯不亮", building=world.building, category=world.categories["sewers"]),
        actor=world.resident, reporter=world.resident, now=now - timedelta(hours=1),
    )  # fmt: skip
    receive(issue, actor=world.grid_worker, now=now)
    classify(issue, actor=world.grid_worker, now=now, matter_class=MatterClass.SMALL)
    talk = doorstep(agreed="换灯泡")
    settle(issue, actor=world.grid_worker, now=now, talk=talk, no_picture_reason="小事")
    callers = (world.staff, world.lead, world.grid_head, world.staff)
    raised = in_threads(
        *(lambda who=who: call_back(issue, actor=who, now=now, note="没人接") for who in callers)
    )
    refused = [error for error in raised if error is not None]
    assert len(refused) == 1
    assert isinstance(refused[0], Refused)
    assert sorted(CallBack.objects.values_list("attempt", flat=True)) == [1, 2, 3]
    assert broken_chains() == []


def test_two_forms_that_send_the_same_photo_are_one_matter_and_a_sentence(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    picture, who = upload(world.resident), world.resident
    matter = NewMatter(text="灯不亮", building=world.building, photos=[picture])
    raised = in_threads(
        *[lambda: raise_issue(matter, actor=who, reporter=who, now=timezone.now())] * 3
    )
    refused = [error for error in raised if error is not None]
    assert [type(error) for error in refused] == [Refused, Refused]
    assert Issue.objects.count() == 1
    assert Photo.objects.get().upload == picture


def one_holds_others_wait(
    first: Callable[[], object], *others: Callable[[], object]
) -> list[BaseException | None]:
    """`others` begin when `first` has written and not yet committed; what each raised."""
    written = threading.Event()

    def holds() -> None:
        with transaction.atomic():
            first()
            written.set()
            time.sleep(0.5)

    def waits(act: Callable[[], object]) -> None:
        assert written.wait(30)
        act()

    return in_threads(holds, *(lambda act=act: waits(act) for act in others))


def make_private(world: World) -> None:
    sewers = Category.objects.get(pk=world.categories["sewers"].pk)
    sewers.private = True
    save_category(sewers, actor=world.district_administrator, now=timezone.now())


def into_sewers(world: World, issue: Issue) -> None:
    classify(
        issue, actor=world.grid_worker, now=timezone.now(), matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )  # fmt: skip


@pytest.mark.parametrize("private_first", [True, False])
def test_nothing_public_slips_into_a_category_that_becomes_private(
    world_database: LiveWorld, *, private_first: bool
) -> None:
    world = build_world()
    issue = published(world, category=world.categories["roofs"])
    private, classified = lambda: make_private(world), lambda: into_sewers(world, issue)
    acts = (private, classified) if private_first else (classified, private)
    raised = [error for error in one_holds_others_wait(*acts) if error is not None]
    issue.refresh_from_db()
    if private_first:
        assert isinstance(raised[0], Refused)
        assert issue.category == world.categories["roofs"]
    else:
        assert raised == []
        assert issue.visibility == Visibility.HIDDEN
    assert not Issue.objects.filter(
        visibility=Visibility.PUBLIC, category=world.categories["sewers"]
    ).exists()


def test_what_is_shown_again_while_its_category_becomes_private_is_hidden(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    issue = published(world, category=world.categories["sewers"])
    hide(issue, actor=world.grid_worker, now=timezone.now(), reason="先核实")

    def show() -> None:
        now = timezone.now()
        publish(issue, actor=world.grid_worker, now=now, title="下水道", text="堵了")

    assert one_holds_others_wait(show, lambda: make_private(world)) == [None, None]
    assert Issue.objects.get(pk=issue.pk).visibility == Visibility.HIDDEN


def test_neighbours_in_the_same_moment_are_all_counted_and_whoever_is_erased_is_not(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    issue, now = published(world), timezone.now()
    people = [world.neighbour, world.stranger, *(person(f"邻居{number}") for number in range(3))]
    said = one_holds_others_wait(
        *(lambda who=who: support(issue, actor=who, now=now) for who in people)
    )
    assert said == [None] * 5
    assert Issue.objects.get(pk=issue.pk).supporters == 5
    # The matter is locked by whoever writes it; so nothing is counted from before the wait.
    ended = one_holds_others_wait(
        lambda: erase_person(people[0], actor=people[0], now=now),
        lambda: erase_person(people[1], actor=people[1], now=now),
        lambda: support(issue, actor=world.staff, now=now),
    )
    assert ended == [None] * 3
    assert Issue.objects.get(pk=issue.pk).supporters == Support.objects.count() == 4
    assert broken_chains() == []


def test_nobody_is_carried_into_a_matter_that_ends_in_the_same_moment(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    sewers = world.categories["sewers"]
    issue, into = published(world, category=sewers), published(world, category=sewers)
    Issue.objects.filter(pk=issue.pk).update(reporter=world.neighbour)

    def end() -> None:
        withdraw(into, actor=world.resident, now=timezone.now())

    def carry() -> None:
        merge(issue, into=into, actor=world.grid_worker, now=timezone.now())

    ended, merged = one_holds_others_wait(end, carry)
    assert ended is None
    assert isinstance(merged, Refused)
    assert not Support.objects.exists()
    assert Issue.objects.get(pk=issue.pk).is_open
    assert broken_chains() == []


def test_nobody_who_is_carried_in_meanwhile_is_left_in_a_matter_that_ends(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    issue, into, third = (published(world) for _ in range(3))
    Issue.objects.filter(pk=issue.pk).update(reporter=world.neighbour)

    def carry() -> None:
        merge(issue, into=into, actor=world.grid_worker, now=timezone.now())

    def end() -> None:
        withdraw(into, actor=world.resident, now=timezone.now())

    def carry_on() -> None:
        merge(into, into=third, actor=world.grid_worker, now=timezone.now())

    carried, *left = one_holds_others_wait(carry, end, carry_on)
    assert carried is None
    assert [type(error) for error in left] == [Stale, Stale]
    end()
    assert Issue.objects.get(pk=issue.pk).is_open
    assert broken_chains() == []


def test_two_matters_merged_into_each_other_at_once_leave_one_open(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    one, two = published(world), published(world)

    def carry(issue: Issue, into: Issue) -> None:
        merge(issue, into=into, actor=world.grid_worker, now=timezone.now())

    raised = one_holds_others_wait(lambda: carry(one, two), lambda: carry(two, one))
    assert raised[0] is None
    assert isinstance(raised[1], Refused)
    assert [issue.is_open for issue in Issue.objects.order_by("pk")] == [False, True]
    assert broken_chains() == []
