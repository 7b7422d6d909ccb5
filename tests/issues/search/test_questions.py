"""What residents would type finds what they mean among the first five, in the demo's matters.

The questions were written before search was tuned, a third of them was kept apart meanwhile. The
rates are what was measured; they may only rise.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from issues.enums.matter import Visibility
from issues.models import Issue
from tests.harness.clone import cloned_database, orm_on
from tests.issues.search.asking import HERE, Asked, ask_all, first_of, questions, where_it_lies
from tests.issues.search.demo import tell_the_words

TUNED, KEPT_APART = TABLES = ("questions.csv", "questions_held_out.csv")

# Written by another hand when those were all found; 32 of 53 were, before categories had words.
NEIGHBOURS, NEIGHBOURS_FOUND = "questions_neighbours.csv", 53
# In the words of the old: written after the others, and some of them after what they found missing
# had been mended.
ELDERS, ELDERS_FOUND = "questions_elders.csv", 83
# Of the same kind, asked once after those; 17 of 24 were found before, and 21 when first asked.
ELDERS_ASKED_ONCE, ONCE_FOUND = "questions_elders_held_out.csv", 24
# In the speech of the north and of the south, written before search knew it: 19 of 36 were found.
DIALECTS, DIALECTS_FOUND = "questions_dialects.csv", 36
# Of the same kind, kept apart while those were mended; 11 of 18 were found before.
DIALECTS_APART, APART_FOUND = "questions_dialects_held_out.csv", 14
OTHERS = {
    NEIGHBOURS: NEIGHBOURS_FOUND,
    ELDERS: ELDERS_FOUND,
    ELDERS_ASKED_ONCE: ONCE_FOUND,
    DIALECTS: DIALECTS_FOUND,
    DIALECTS_APART: APART_FOUND,
}
# Of those that were kept apart, when they were asked for the first time.
NOT_FOUND = 0


@pytest.fixture(scope="module")
def told(django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with cloned_database() as name:
        with orm_on(name, django_db_blocker), transaction.atomic():
            tell_the_words()
        yield name


@pytest.fixture
def demo(told: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with orm_on(told, django_db_blocker):
        yield


def missed(asked: list[Asked]) -> list[str]:
    """What to read in the report of a test that fails."""
    return [
        f"{one.question} → {one.title}, but: {' | '.join(one.first)}"
        for one in asked
        if not one.found
    ]


@pytest.mark.usefixtures("demo")
def test_every_question_names_a_public_matter() -> None:
    public = Issue.objects.filter(visibility=Visibility.PUBLIC)
    titles = set(public.values_list("public_title", flat=True))
    assert len(titles) > 80
    assert {title for name in [*TABLES, *OTHERS] for _, title in questions(name)} <= titles


def test_there_are_enough_questions_and_a_third_was_kept_apart() -> None:
    tuned, kept = (dict(questions(name)) for name in TABLES)
    assert len(tuned) >= 60
    assert len(kept) * 2 >= len(tuned)
    assert not tuned.keys() & kept.keys()


@pytest.mark.usefixtures("demo")
def test_the_questions_that_search_was_tuned_with() -> None:
    assert missed(ask_all(TUNED)) == []


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(("name", "found"), OTHERS.items())
def test_the_questions_of_another_hand(name: str, found: int) -> None:
    asked = ask_all(name)
    assert len(asked) - len(found_nothing := missed(asked)) >= found, found_nothing


@pytest.mark.usefixtures("demo")
def test_the_questions_that_were_kept_apart() -> None:
    assert len(found_nothing := missed(ask_all(KEPT_APART))) <= NOT_FOUND, found_nothing


@pytest.mark.usefixtures("demo")
def test_what_nobody_here_spoke_of_finds_nothing() -> None:
    """Many words for the same must not make everything alike."""
    community = where_it_lies("早上自来水发黄")
    words = (HERE / "questions_about_nothing_here.csv").read_text(encoding="utf-8").split()[1:]
    assert {word: first for word in words if (first := first_of(word, community))} == {}
