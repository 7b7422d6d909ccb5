"""What is laid again is what would have been built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from grids.models import Body, Residence
from notifications.models import Notice
from tests.harness.remembering import Memory
from tests.world import World

STREET = "以前的街道"


class Beginnings:
    """A memory of its own, and how often something was built for it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.built = 0
        self.memory = Memory()

    @contextmanager
    def a_test(self) -> Iterator[None]:
        self.memory.begin(clean=True)
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
        self.memory.begin(clean=False)

    def told(self) -> str:
        """Tell the resident what their street is called, as if that took a dozen acts."""

        def build() -> str:
            self.built += 1
            street = Body.objects.get(pk=self.world.street.pk).name
            Notice.objects.create(
                recipient=self.world.resident, kind="told", version=1,
                parameters={"street": street}, dedupe_key=f"told:{street}",
            )  # fmt: skip
            return street

        return self.memory.lay("told", (), build)

    def untold(self) -> None:
        self.memory.lay("untold", (), lambda: (Notice.objects.all().delete(), None)[1])


@pytest.fixture
def beginnings(world: World) -> Beginnings:
    return Beginnings(world)


def renamed(world: World) -> None:
    Body.objects.filter(pk=world.street.pk).update(name=STREET)


def streets() -> list[str]:
    return [notice.parameters["street"] for notice in Notice.objects.order_by("pk")]


def test_the_second_test_finds_the_rows_of_the_first(beginnings: Beginnings) -> None:
    for _test in range(3):
        with beginnings.a_test():
            assert beginnings.told() == beginnings.world.street.name
            assert streets() == [beginnings.world.street.name]
    assert beginnings.built == 1


def test_what_was_changed_before_is_another_beginning(beginnings: Beginnings) -> None:
    for _test in range(2):
        with beginnings.a_test():
            assert beginnings.told() != STREET
        with beginnings.a_test():
            renamed(beginnings.world)
            assert beginnings.told() == STREET
            assert streets() == [STREET]
            assert Body.objects.get(pk=beginnings.world.street.pk).name == STREET
    assert beginnings.built == 2


@pytest.mark.parametrize("write", [
    lambda world: Body.objects.create(
        name="新", short_name="新", code="new", kind=world.street.kind, parent=world.district,
    ),
    lambda world: Residence.objects.filter(user=world.resident).delete(),
])  # fmt: skip
def test_what_was_made_or_taken_away_before_is_like_nothing_else(
    beginnings: Beginnings, write: Callable[[World], object]
) -> None:
    for _test in range(2):
        with beginnings.a_test():
            write(beginnings.world)
            beginnings.told()
    assert beginnings.built == 2


def test_what_a_beginning_took_away_is_taken_away_again(beginnings: Beginnings) -> None:
    for _test in range(2):
        with beginnings.a_test():
            beginnings.told()
            assert len(streets()) == 1
            beginnings.untold()
            assert streets() == []
    assert beginnings.built == 1


def test_what_failed_is_no_beginning(beginnings: Beginnings) -> None:
    def fails() -> None:
        renamed(beginnings.world)
        raise LookupError

    for _test in range(2):
        with beginnings.a_test():
            with pytest.raises(LookupError):
                beginnings.memory.lay("fails", (), fails)
            assert beginnings.told() == STREET
    assert beginnings.built == 2
