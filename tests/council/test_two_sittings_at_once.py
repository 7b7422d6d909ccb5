"""Two people in the same moment: one is served, the other gets a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from acting.refusals import Refused
from council.actions.agenda.order_agenda import order_agenda
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.change import change
from council.actions.meetings.convene import convene
from council.models import Booking, Council, Meeting, Told
from council.refusals import Stale, WrongState
from notifications.models import Notice
from tests.council.sittings import a_council, a_draft, a_plan, fresh, items_of
from tests.harness.world import LiveWorld
from tests.issues.test_sweep_processes import in_threads
from tests.world import World, build_world


def served(*acts: Callable[[], object]) -> tuple[int, list[BaseException]]:
    raised = in_threads(*acts)
    return raised.count(None), [error for error in raised if error is not None]


def planned(world: World, council: Council) -> Callable[[], object]:
    begins = timezone.now() + timedelta(days=3)
    plan = a_plan(world, starts_at=begins)
    return lambda: convene(council, actor=world.grid_head, now=timezone.now(), plan=plan)


def test_of_eight_who_want_the_venue_at_once_one_has_it(world_database: LiveWorld) -> None:
    world = build_world()
    council = a_council(world)
    done, refused = served(*(planned(world, council) for _ in range(8)))
    assert done == 1
    assert {type(error) for error in refused} == {Refused}
    assert Meeting.objects.count() == Booking.objects.count() == 1


def test_a_call_that_is_pressed_by_two_at_once_tells_everybody_once(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    starts_at = timezone.now() + timedelta(days=7)
    draft = a_draft(world, a_council(world), now=timezone.now(), starts_at=starts_at)
    given = {"actor": world.grid_head, "reason": "急"}
    call = lambda: call_meeting(draft, now=timezone.now(), **given)  # type: ignore[arg-type] # noqa: E731
    done, refused = served(*(call for _ in range(4)))
    assert done == 1
    assert {type(error) for error in refused} == {WrongState}
    assert Told.objects.count() == 7
    assert Notice.objects.filter(kind="council.sitting_called").count() == 6


def test_two_sittings_that_swap_their_venues_at_once_do_not_stick(
    world_database: LiveWorld,
) -> None:
    """Venues are locked in ascending order before any sitting."""
    world = build_world()
    council = a_council(world)
    now = timezone.now()
    early, late = now + timedelta(days=3), now + timedelta(days=4)
    one = a_draft(world, council, now=now, starts_at=early)
    two = a_draft(world, council, now=now, starts_at=late, venue=world.other_venue)
    swapped = (
        (one, a_plan(world, starts_at=early, venue=world.other_venue)),
        (two, a_plan(world, starts_at=late, venue=world.venue)),
    )
    done, refused = served(
        *(
            lambda row=row, plan=plan: change(row, actor=world.grid_head, now=now, plan=plan)
            for row, plan in swapped
        )
    )
    assert (done, refused) == (2, [])
    assert [fresh(row).venue_id for row in (one, two)] == [world.other_venue.pk, world.venue.pk]


def test_of_two_who_order_the_same_page_at_once_one_is_told(world_database: LiveWorld) -> None:
    world = build_world()
    starts_at = timezone.now() + timedelta(days=7)
    draft = a_draft(world, a_council(world), now=timezone.now(), starts_at=starts_at)
    uids = [item.uid for item in items_of(draft)]
    orders = (uids[::-1], uids)
    done, refused = served(
        *(
            lambda order=order: order_agenda(
                draft,
                actor=world.grid_head,
                now=timezone.now(),
                order=order,
                seen=draft.version,
            )
            for order in orders
        )
    )
    assert done == 1
    assert {type(error) for error in refused} == {Stale}
