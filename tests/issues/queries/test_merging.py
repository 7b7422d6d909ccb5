"""The matter that another is handled with, named by its number."""

from __future__ import annotations

import pytest

from issues.models import Issue, ReferenceCounter
from issues.queries.merging import into_named
from tests.issues.actions.doing import refused
from tests.issues.staging import published
from tests.world import World


def test_it_is_named_as_it_is_written_and_as_it_is_said(world: World) -> None:
    new, old = published(world), published(world)
    short = f"zjd-{old.year}-{old.number}"
    for words in (old.reference, f" {old.reference.lower()} ", short, f"珠玑东 {old.number} 号"):
        assert into_named(new, words) == old, words


@pytest.mark.parametrize("words", ["", "电梯", "ZJD-2026", "999"])
def test_what_is_no_number_of_a_matter_names_none(world: World, words: str) -> None:
    new, _old = published(world), published(world)
    assert into_named(new, words) is None


def test_a_number_that_two_years_know_names_neither(world: World) -> None:
    new, old, older = published(world), published(world), published(world)
    last_year = {"year": old.year - 1, "number": old.number}
    Issue.objects.filter(pk=older.pk).update(**last_year)
    ReferenceCounter.objects.create(community=world.community, year=old.year - 1, last=2)
    sentence = "Two have this number: give it with its year, as on the receipt."
    with refused(sentence, field="reference"):
        into_named(new, f"{old.number} 号")
    assert into_named(new, old.reference) == old
