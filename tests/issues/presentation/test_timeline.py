"""The record told as a list: every kind in both languages, and nothing private to the public."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone, translation

from grids.queries.standing import standing_of
from grids.standing import VISITOR
from issues.actions.see_contact import see_contact
from issues.actions.support import support
from issues.presentation.entry_parameters import EntryParameters
from issues.presentation.kinds import KINDS, sentence_of
from issues.presentation.reader import reader_of
from issues.presentation.timeline import entered_of, timeline_of
from issues.queries.page import page_of
from tests.issues.staging import MONDAY, SECRETS, busy, published
from tests.world import World

ROOT = Path(__file__).resolve().parents[3]


def recorded_kinds() -> set[str]:
    """Every kind that an action records, read from the actions themselves."""
    found: set[str] = set()
    record = re.compile(r"case\.record\w*\((?:\w+,)?\s*\"(\w+)\"")
    for path in (ROOT / "issues" / "actions").glob("*.py"):
        found |= set(record.findall(path.read_text(encoding="utf-8")))
    return {f"issue.{kind}" for kind in found}


def test_every_kind_that_is_recorded_has_its_sentence() -> None:
    assert len(recorded_kinds()) > 15
    assert recorded_kinds() - set(KINDS) == set()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_is_told_even_with_parameters_missing(kind: str, language: str) -> None:
    with translation.override(language):
        assert sentence_of(kind, 1, EntryParameters({}))


@pytest.mark.parametrize(("kind", "version"), [("issue.danced", 1), ("issue.raised", 9)])
def test_what_is_not_known_is_named_plainly(kind: str, version: int) -> None:
    assert kind in sentence_of(kind, version, EntryParameters({"x": 1}))


def lines(world: World, reference: str, user: object) -> list[dict[str, object]]:
    now = timezone.now()
    standing = VISITOR if user is None else standing_of(user, now=now)  # type: ignore[arg-type]
    page = page_of(reference, standing, now=now)
    reader = reader_of(standing, page.facts)
    return timeline_of(page.issue, page.entries, page.turns, page.people, reader, now)


def test_the_public_reads_roles_and_no_words(world: World) -> None:
    told = lines(world, busy(world).reference, None)
    assert {line["words"] for line in told} == {""}
    names = {str(line["who"]) for line in told}
    assert not any(secret in name for secret in (*SECRETS, "王晓燕", "沈涛") for name in names)


def test_staff_read_who_did_what(world: World) -> None:
    told = lines(world, busy(world).reference, world.staff)
    assert any("王晓燕" in str(line["who"]) for line in told)
    assert any("找过物业" in str(line["words"]) for line in told)


def test_neighbours_in_a_row_are_one_line(world: World) -> None:
    issue = published(world)
    for neighbour in (world.neighbour, world.stranger, world.mediator):
        support(issue, actor=neighbour, now=MONDAY)
    told = [line for line in lines(world, issue.reference, None) if "supported" in str(line)]
    assert [line["count"] for line in told] == [3]


def test_who_looked_at_the_number_is_told_inside_only(world: World) -> None:
    issue = published(world)
    see_contact(issue, actor=world.grid_worker, now=MONDAY)
    kinds = {
        who: {line["kind"] for line in lines(world, issue.reference, user)}
        for who, user in [("public", None), ("own", world.resident), ("staff", world.staff)]
    }
    assert "issue.contact_seen" not in kinds["public"]
    assert "issue.contact_seen" in kinds["own"] & kinds["staff"]


def test_a_later_entry_alone_is_told_after_a_number(world: World) -> None:
    issue = busy(world)
    now = timezone.now()
    page = page_of(issue.reference, standing_of(world.staff, now=now), now=now)
    reader = reader_of(standing_of(world.staff, now=now), page.facts)
    after = page.entries[-2].number
    told = timeline_of(page.issue, page.entries, page.turns, page.people, reader, now, after=after)
    assert len(told) == 1


def test_the_steps_know_when_they_were_entered(world: World) -> None:
    issue = busy(world)
    now = timezone.now()
    entered = entered_of(page_of(issue.reference, VISITOR, now=now).entries)
    assert {"topic", "investigate", "deliberate", "deliver", "confirm"} <= set(entered)
    assert entered["topic"] - MONDAY < timedelta(minutes=5)
