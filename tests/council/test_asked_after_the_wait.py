"""Whoever waits for somebody else is asked again: a post may end meanwhile, a call be closed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from acting.refusals import Refused
from council.actions.calls.close_call import close_call
from council.actions.calls.open_call import NewCall, open_call
from council.actions.calls.take_idea import ForCall
from council.actions.candidacies.recommend import Recommendation, recommend
from council.actions.meetings.convene import convene
from council.actions.meetings.record_talk import record_talk
from council.actions.meetings.rehearse import rehearse
from council.actions.members.excuse import excuse
from council.actions.venues.book import book
from council.actions.venues.cancel_booking import cancel_booking
from council.inputs import TalkOnTheSpot
from council.models import Booking, Call, Candidacy, Council, CouncilMember, Meeting
from council.refusals import NotYours
from grids.models import Posting, Venue
from issues.actions.raise_issue import raise_issue
from issues.inputs import NewMatter
from issues.models import Issue
from tests.council.sittings import CONVENED, LENGTH, a_council, a_draft, a_plan
from tests.harness.waiting import wait_until, waits_in_a_statement_on
from tests.harness.world import LiveWorld
from tests.issues.test_sweep_processes import in_threads
from tests.world import World, build_world

PRAISE: dict[str, Any] = {"good_standing": "公道", "ability": "会办事", "warmth": "热心"}


def after_the_wait(
    held: models.Model, meanwhile: Callable[[], object], act: Callable[[], object]
) -> BaseException | None:
    """What `act` raised, which waited while somebody who held `held` did something."""
    begun, waits = threading.Event(), threading.Event()
    table = held._meta.db_table

    def holds() -> None:
        with transaction.atomic():
            type(held)._default_manager.select_for_update().get(pk=held.pk)
            begun.set()
            assert waits.wait(30)
            meanwhile()

    def waiting() -> None:
        assert begun.wait(30)
        act()

    def watches() -> None:
        assert begun.wait(30)
        try:
            wait_until(lambda: waits_in_a_statement_on(table), seconds=20)
        finally:
            waits.set()

    held_by, raised, watched = in_threads(holds, waiting, watches)
    assert (held_by, watched) == (None, None)
    return raised


def in_a_councils_name(
    world: World, council: Council, draft: Meeting
) -> Iterator[tuple[models.Model, partial[Any]]]:
    """What is held, and what is done to it."""
    now: dict[str, Any] = {"now": CONVENED}
    today, hour = timezone.localdate(CONVENED), CONVENED + timedelta(days=1)
    asked = NewCall(title="空地", prompt="怎么用？", opens_on=today, closes_on=today)
    stands = Recommendation(kind="resident", name="沈浩", building=None, **PRAISE)
    talk = TalkOnTheSpot(title="楼道", note="谈过", party="老王", began_at=CONVENED - LENGTH)
    plan = a_plan(world, starts_at=CONVENED + timedelta(days=9))
    times: dict[str, Any] = {"begins": hour, "ends": hour + LENGTH, "purpose": "开会"}
    away: dict[str, Any] = {"first_day": today, "last_day": today, "reason": ""}
    call = open_call(council, actor=world.grid_head, asked=asked, **now)
    booking = book(world.other_venue, actor=world.staff, **times, **now)
    term = CouncilMember.objects.filter(council=council)[0]
    yield council, partial(open_call, council, asked=asked, **now)
    yield council, partial(recommend, council, recommendation=stands, **now)
    yield council, partial(convene, council, plan=plan, **now)
    yield council, partial(record_talk, council, talk=talk, **now)
    yield council, partial(excuse, term, **away, **now)
    yield draft, partial(rehearse, draft, **now)
    yield call, partial(close_call, call, **now)
    yield world.venue, partial(book, world.venue, **times, **now)
    yield world.other_venue, partial(cancel_booking, booking, **now)


def test_whose_post_ends_while_they_wait_is_refused(world_database: LiveWorld) -> None:
    world = build_world()
    council = a_council(world)
    draft = a_draft(world, council, chair=None, recorder=None)
    kept = (Call, Candidacy, Meeting, Booking, Council, Venue)
    acts = list(in_a_councils_name(world, council, draft))
    before = [model._default_manager.count() for model in kept]
    served: list[tuple[str, BaseException | None]] = []
    post = Posting.objects.get(user=world.staff)
    for held, act in acts:
        post.save()
        raised = after_the_wait(held, lambda: ends(world.staff), partial(act, actor=world.staff))
        if not isinstance(raised, NotYours):
            served.append((act.func.__name__, raised))
    assert served == []
    assert [model._default_manager.count() for model in kept] == before


def ends(person: User) -> None:
    Posting.objects.filter(user=person).update(ends_on=CONVENED.date() - timedelta(days=1))


def test_an_idea_for_a_call_that_is_closed_meanwhile_is_refused(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    council = a_council(world)
    today = timezone.localdate(CONVENED)
    asked = NewCall(
        title="空地", prompt="怎么用？", opens_on=today, closes_on=today + timedelta(days=9)
    )
    call = open_call(council, actor=world.grid_head, now=CONVENED, asked=asked)
    matter = NewMatter(text="种几棵树", building=world.building)

    def raises() -> None:
        who = world.resident
        origin = ForCall(call, named=False)
        raise_issue(matter, actor=who, reporter=who, now=CONVENED, origin=origin)

    raised = after_the_wait(
        call, lambda: close_call(call, actor=world.grid_head, now=CONVENED), raises
    )
    assert isinstance(raised, Refused)
    assert not Issue.objects.exists()
