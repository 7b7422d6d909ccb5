"""What must hold between the rows of councils, on rows broken behind the application's back."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from council.queries.soundness import CHECKS, broken_councils
from tests.council.management.breaking import BREAKS, name_of
from tests.council.sound import NOW, Sound, sound
from tests.harness.clone import cloned_database, orm_on
from tests.world import build_world

# A digest that is wrong is found twice.
ALSO = {
    "has a signature whose digest the record does not hold": {
        "has minutes that are not what was signed: the digest does not match"
    }
}


@pytest.fixture(scope="module")
def town(django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, Sound]]:
    """Made once; what a test breaks there is rolled back."""
    with cloned_database() as name:
        with orm_on(name, django_db_blocker):
            stage = sound(build_world())
        yield name, stage


@pytest.fixture
def stage(town: tuple[str, Sound], django_db_blocker: DjangoDbBlocker) -> Iterator[Sound]:
    name, stage = town
    with orm_on(name, django_db_blocker), transaction.atomic():
        yield stage
        transaction.set_rollback(True)


def test_every_rule_has_something_that_breaks_it() -> None:
    rules = [check.why for check in CHECKS]
    assert len(set(rules)) == len(rules)
    assert set(BREAKS) == set(rules)


def test_nothing_of_a_sound_town_is_named(stage: Sound) -> None:
    assert broken_councils(now=NOW) == []


@pytest.mark.parametrize("why", BREAKS)
def test_what_is_broken_is_named(stage: Sound, why: str) -> None:
    BREAKS[why](stage)
    found = broken_councils(now=NOW)
    assert {row.why for row in found} == {why} | ALSO.get(why, set())
    assert all(name_of(why, stage) in row.where for row in found)


@pytest.mark.usefixtures("db")
def test_the_command_says_that_all_is_well() -> None:
    said = StringIO()
    call_command("check_council", stdout=said)
    assert "agree" in said.getvalue()


def test_the_command_says_each_sentence_and_ends_with_a_code(stage: Sound) -> None:
    BREAKS["has no code to join with"](stage)
    said = StringIO()
    with pytest.raises(CommandError, match="broken in"):
        call_command("check_council", stderr=said)
    assert f"{stage.coming.uid}: has no code to join with" in said.getvalue()
