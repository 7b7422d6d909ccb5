"""Which matters propose themselves for a sitting of a council."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.queries.prepared import PreparedQuery
from council.enums.agenda import ItemReason
from council.models import Council
from council.queries import proposals as asking
from council.queries.proposals import MOST, Proposal, proposals
from grids.models import Body
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.deliberate import deliberate
from issues.actions.deliver import deliver
from issues.actions.hide import hide
from issues.actions.push_up import push_up
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.enums.matter import MatterClass, Visibility
from issues.models import Issue
from tests.issues.actions.doing import DONE, NOW, at_grid
from tests.issues.actions.sweeping import at
from tests.issues.sitting import AFTER, decided, hard, major, mandate_of
from tests.issues.talking import doorstep
from tests.world import World

SMALL, HARD = MatterClass.SMALL, MatterClass.HARD
R = ItemReason
# Before any result is due that does not press by itself.
SOON = at(17)


def proposed(body: Body, **given: object) -> list[Proposal]:
    council, _ = Council.objects.get_or_create(body=body)
    more: dict[str, object] = {"until": SOON, "now": AFTER}
    return proposals(council, **{**more, **given})  # type: ignore[arg-type]


def reasons(body: Body, issue: Issue, **given: object) -> list[ItemReason]:
    for proposal in proposed(body, **given):
        if proposal.issue.pk == issue.pk:
            return [reason.why for reason in proposal.reasons]
    return []


def came_up(world: World) -> Issue:
    """A small matter that the grid passed up, public, taken in and classified."""
    issue = at_grid(world, SMALL)
    push_up(issue, actor=world.grid_worker, now=NOW, reason="办不了", tried="试过")
    return receive(issue, actor=world.staff, now=NOW)


def test_what_came_up_is_proposed_until_the_council_has_heard_it(world: World) -> None:
    issue = came_up(world)
    assert reasons(world.community, issue) == [R.PUSHED_UP]
    decided(world, issue, resolved=None)
    assert reasons(world.community, issue) == []


def test_what_is_due_before_the_sitting_after_the_next(world: World) -> None:
    issue = at_grid(world, SMALL)  # a result is due on the 18th
    assert reasons(world.grid, issue) == []
    assert reasons(world.grid, issue, until=at(19)) == [R.DUE]


def test_a_promise_that_was_not_kept_until_it_is(world: World) -> None:
    issue = at_grid(world, SMALL)
    commit(issue, actor=world.grid_worker, now=NOW, text="换灯", due_at=at(17))
    assert reasons(world.grid, issue) == []
    sweep(now=at(17))
    assert reasons(world.grid, issue) == [R.PROMISE_BROKEN]
    deliver(issue, actor=world.grid_worker, now=at(17, 10), result=DONE)
    assert reasons(world.grid, issue) == []


def test_a_hard_matter_until_its_second_talk(world: World) -> None:
    issue = hard(world)
    for _ in range(2):
        assert reasons(world.grid, issue) == [R.HARD_AGAIN]
        deliberate(issue, actor=world.grid_worker, now=AFTER, talk=doorstep(agreed="换管"))
    assert reasons(world.grid, issue) == []


def test_a_major_matter_until_its_resolution(world: World) -> None:
    issue = major(world)
    assert reasons(world.community, issue) == [R.AGENDA_CLOCK, R.MAJOR]
    mandate = mandate_of(world.community)
    put_on_agenda(issue, actor=world.staff, now=AFTER, mandate=mandate, at=at(20))
    assert reasons(world.community, issue) == [R.MAJOR]
    decided(world, issue)
    assert reasons(world.community, issue) == []


def test_only_the_council_of_the_body_that_has_it_is_asked(world: World) -> None:
    issue = major(world)
    for body in (world.grid, world.other_grid, world.near_community):
        assert reasons(body, issue) == []
    push_up(issue, actor=world.staff, now=AFTER, reason="要换管", tried="议过")
    assert reasons(world.community, issue) == []


def test_never_a_dispute_and_nothing_that_is_not_public(world: World) -> None:
    issue = hard(world)
    Issue.objects.filter(pk=issue.pk).update(category=world.categories["noise"])
    assert reasons(world.grid, issue) == []
    Issue.objects.filter(pk=issue.pk).update(category=None)
    assert reasons(world.grid, issue) == [R.HARD_AGAIN]
    hide(issue, actor=world.grid_worker, now=AFTER, reason="写了别人家的事")
    assert reasons(world.grid, issue) == []
    for visibility in (Visibility.PENDING, Visibility.PRIVATE):
        Issue.objects.filter(pk=issue.pk).update(visibility=visibility)
        assert reasons(world.grid, issue) == []


def test_what_has_no_class_or_waits_for_the_resident_is_not_talked_over(world: World) -> None:
    unclassified = at_grid(world)
    asked = at_grid(world, SMALL)
    deliberate(asked, actor=world.grid_worker, now=NOW, talk=doorstep(agreed="换灯"))
    deliver(asked, actor=world.grid_worker, now=NOW, result=DONE)
    for issue in (unclassified, asked):
        assert reasons(world.grid, issue, until=at(30)) == []


def test_what_is_on_an_agenda_or_was_put_off_is_left_out(world: World) -> None:
    issue, other = hard(world), hard(world)
    found = proposed(world.grid, except_keys={issue.pk})
    assert [one.issue.pk for one in found] == [other.pk]


def test_what_is_due_first_stands_first(world: World) -> None:
    late, early = hard(world), at_grid(world, SMALL)
    found = proposed(world.grid, until=at(19))
    assert [one.issue.pk for one in found] == [early.pk, late.pk]


def test_one_statement_however_many_there_are_and_an_end_to_them(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        hard(world)
    council = Council.objects.create(body=world.grid)
    with CaptureQueriesContext(connection) as asked:
        found = proposals(council, until=SOON, now=AFTER)
        assert [one.issue.community.display_name for one in found]
    assert (len(found), len(asked)) == (3, 1)
    monkeypatch.setattr(asking, "MOST", 2)
    monkeypatch.setattr(asking, "_first", PreparedQuery(asking._due_first))
    assert len(proposals(council, until=SOON, now=AFTER)) == 2
    assert MOST == 50


def test_a_changed_class_changes_what_is_proposed(world: World) -> None:
    issue = hard(world)
    classify(
        issue, actor=world.grid_worker, now=AFTER, matter_class=SMALL, reason="一户的事"
    )  # fmt: skip
    assert reasons(world.grid, issue, until=AFTER - timedelta(hours=1)) == []
