"""What can't be kept is refused with a sentence, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from acting.refusals import Refused
from issues.actions.add import add
from issues.actions.commit import commit
from issues.actions.decline import decline
from issues.actions.hide import hide
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.respond import respond
from issues.actions.withdraw import withdraw
from issues.casework.outcomes import check_result
from issues.inputs import NewMatter, NewOutcome
from issues.models import Issue
from issues.refusals import Stale, WrongStage
from ledger.models import Entry
from tests.issues.actions.sweeping import at, fresh
from tests.issues.staging import published, raised, upload
from tests.world import World

LONG, NUL, HALF = "长" * 4001, "有\x00字", "半\ud800个"
NOW = at(16, 10)
WRITERS: list[tuple[str, Callable[[World, Issue, str], Any]]] = [
    ("reason", lambda w, i, s: push_up(i, actor=w.grid_worker, now=NOW, reason=s, tried="试过")),
    ("tried", lambda w, i, s: push_up(i, actor=w.grid_worker, now=NOW, reason="办不了", tried=s)),
    ("text", lambda w, i, s: respond(i, actor=w.grid_worker, now=NOW, text=s)),
    ("where_to", lambda w, i, s: decline(i, actor=w.grid_worker, now=NOW, where_to=s)),
    ("text", lambda w, i, s: add(i, actor=w.neighbour, now=NOW, text=s)),
    ("title", lambda w, i, s: publish(i, actor=w.grid_worker, now=NOW, title=s, text="堵了")),
    ("text", lambda w, i, s: publish(i, actor=w.grid_worker, now=NOW, title="堵了", text=s)),
    ("reason", lambda w, i, s: hide(i, actor=w.grid_worker, now=NOW, reason=s)),
]


def test_words_that_are_missing_too_long_or_unfit_are_refused_and_nothing_is_written(
    world: World,
) -> None:
    issue = published(world)
    before = Entry.objects.count(), issue.version
    for field, write in WRITERS:
        for said in ("", "  \n", LONG, NUL, HALF):
            with pytest.raises(Refused) as refused:
                write(world, issue, said)
            assert (refused.value.field, bool(str(refused.value.message))) == (field, True)
    assert (Entry.objects.count(), fresh(issue).version) == before


@pytest.mark.parametrize("name", ["title", "place_note", "contact_name", "contact_phone", "text"])
@pytest.mark.parametrize("said", [LONG, NUL, HALF])
def test_a_matter_is_not_raised_with_words_that_cannot_be_kept(
    world: World, name: str, said: str
) -> None:
    fields: dict[str, Any] = {"text": "又堵了", "building": world.building, name: said}
    with pytest.raises(Refused) as refused:
        raise_issue(NewMatter(**fields), actor=world.resident, reporter=world.resident, now=NOW)
    assert refused.value.field == name
    assert not Issue.objects.exists()


@pytest.mark.parametrize("money", ["NaN", "sNaN", "Infinity", "-1", "10000000000", "1.005"])
def test_money_that_is_none_is_refused(money: str) -> None:
    with pytest.raises(Refused) as refused:
        check_result(NewOutcome(text="修好了", no_picture_reason="天黑", money=Decimal(money)))
    assert refused.value.field == "money"


@pytest.mark.parametrize(
    ("said", "kept"), [("1E+5", "100000.00"), ("-0", "0.00"), ("1200.5", "1200.50")]
)
def test_a_sum_of_money_has_one_form_however_it_is_written(said: str, kept: str) -> None:
    """The record keeps what is sent on, and nobody can mend it there."""
    sent = NewOutcome(text="修好了", no_picture_reason="天黑", money=Decimal(said))
    assert str(check_result(sent).money) == kept


def test_photos_of_others_used_elsewhere_or_too_many_are_refused(world: World) -> None:
    issue = published(world)
    used = upload(world.resident)
    raised(world, photos=[used])
    for photos in ([upload(world.neighbour)], [used], [upload(world.resident)] * 7):
        with pytest.raises(Refused) as refused:
            add(issue, actor=world.resident, now=NOW, text="看图", photos=photos)
        assert refused.value.field == "photos"
    assert not issue.additions.exists()


def test_times_before_the_matter_and_still_to_come_are_refused(world: World) -> None:
    issue = published(world)
    for moment in (at(13), NOW + timedelta(hours=1)):
        with pytest.raises(Refused) as refused:
            respond(issue, actor=world.grid_worker, now=NOW, text="来看", said_at=moment)
        assert refused.value.field == "said_at"
    for due in (NOW, NOW + timedelta(days=731)):
        with pytest.raises(Refused):
            commit(issue, actor=world.grid_worker, now=NOW, text="换管", due_at=due)


def test_a_stale_page_is_told_so_and_a_matter_that_ended_too(world: World) -> None:
    issue = published(world)
    with pytest.raises(Stale):
        push_up(
            issue, actor=world.grid_worker, now=NOW, reason="办不了", tried="试过",
            seen=issue.version - 1,
        )  # fmt: skip
    withdraw(issue, actor=world.resident, now=NOW, seen=Issue.objects.get(pk=issue.pk).version)
    with pytest.raises(WrongStage):
        withdraw(issue, actor=world.resident, now=NOW)
    fresh(issue)
