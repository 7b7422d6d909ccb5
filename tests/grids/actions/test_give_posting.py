from datetime import date, timedelta

import pytest
from django.utils import timezone

from acting.refusals import Refused
from grids.actions.correct_posting import correct_posting
from grids.actions.end_posting import end_posting
from grids.actions.give_posting import give_posting
from grids.enums import Role
from grids.models import Posting
from grids.queries.standing import standing_of
from ledger.models import Entry
from tests.world import World

TODAY = date(2026, 11, 23)


def give(world: World, **changes: object) -> Posting:
    wanted: dict[str, object] = {
        "body": world.grid,
        "role": Role.GRID_WORKER,
        "starts_on": TODAY,
        "actor": world.administrator,
        "now": timezone.now(),
    }
    return give_posting(world.stranger, **(wanted | changes))  # type: ignore[arg-type]


def test_a_posting_gives_standing_and_is_recorded_without_a_name(
    world: World,
) -> None:
    give(world, starts_on=timezone.localdate())
    standing = standing_of(world.stranger, now=timezone.now())
    assert standing.holds(Role.GRID_WORKER, body_id=world.grid.pk)
    entry = Entry.objects.latest("pk")
    assert entry.kind == "posting_given"
    assert world.stranger.name.encode() not in bytes(entry.body)


def test_giving_the_same_twice_gives_one(world: World) -> None:
    assert give(world).pk == give(world, starts_on=TODAY + timedelta(days=3)).pk


def test_a_role_that_the_body_can_not_give_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        give(world, role=Role.DISPATCHER)
    assert refused.value.field == "role"


def test_an_administrator_gives_nothing_outside_their_street(world: World) -> None:
    with pytest.raises(Refused):
        give(world, body=world.far_grid)
    with pytest.raises(Refused):
        give(world, body=world.district, role=Role.ADMINISTRATOR)


def test_a_posting_ended_yesterday_gives_nothing_today(world: World) -> None:
    posting = world.grid_worker.postings.get()
    yesterday = timezone.localdate() - timedelta(days=1)
    end_posting(posting, last_day=yesterday, actor=world.administrator, now=timezone.now())
    assert not standing_of(world.grid_worker, now=timezone.now()).is_posted
    assert standing_of(world.grid_worker, now=timezone.now() - timedelta(days=1)).is_posted


def test_a_posting_that_has_not_begun_is_taken_back(world: World) -> None:
    posting = give(world, starts_on=timezone.localdate() + timedelta(days=30))
    end_posting(posting, last_day=timezone.localdate(), actor=None, now=timezone.now())
    assert not Posting.objects.filter(pk=posting.pk).exists()


def test_the_last_day_can_not_be_before_the_first(world: World) -> None:
    posting = give(world)
    with pytest.raises(Refused) as refused:
        correct_posting(
            posting,
            ends_on=TODAY - timedelta(days=1),
            work_phone="",
            actor=world.administrator,
            now=timezone.now(),
        )
    assert refused.value.field == "ends_on"
