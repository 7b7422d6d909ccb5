"""From a call to an idea that was carried out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from acting.refusals import Refused
from council.actions.calls.choose_idea import choose_idea
from council.actions.calls.close_call import close_call
from council.actions.calls.open_call import NewCall, open_call
from council.actions.calls.take_idea import ForCall
from council.actions.calls.tell_carried_out import tell_carried_out
from council.enums.calls import CallState
from council.facts.viewer import Viewer
from council.models import Call, CallIdea, Council, CouncilMember
from council.queries.calls import Idea, ideas_of
from council.refusals import NotYours, Stale, WrongState
from grids.models import Body
from grids.standing import VISITOR
from issues.actions.classify import classify
from issues.actions.confirm import confirm
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.settle import settle
from issues.actions.support import support
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass, Source
from issues.inputs import NewMatter
from issues.models import Issue
from ledger.queries.timeline import timeline
from notifications.models import Notice
from tests.council.conftest import NOW
from tests.issues.talking import doorstep
from tests.world import World

TODAY = timezone.localdate(NOW)


def asked(**more: Any) -> NewCall:
    given = {
        "title": "楼前空地做什么用",
        "prompt": "堆杂物的空地清出来了，大家说说怎么用。",
        "opens_on": TODAY,
        "closes_on": TODAY + timedelta(days=20),
        **more,
    }
    return NewCall(**given)


@pytest.fixture
def call(world: World, council: Council) -> Call:
    return open_call(council, actor=world.staff, now=NOW, asked=asked())


def an_idea(world: World, call: Call, *, named: bool = False, **more: Any) -> Issue:
    given = {"text": "种几棵树，摆两张凳子", "building": world.building, **more}
    return raise_issue(
        NewMatter(**given), actor=world.resident, reporter=world.resident, now=NOW,
        origin=ForCall(call, named),
    )  # fmt: skip


def public(world: World, issue: Issue) -> Issue:
    receive(issue, actor=world.grid_worker, now=NOW)
    return publish(
        issue,
        actor=world.grid_worker,
        now=NOW,
        title="种树摆凳子",
        text="种树，摆凳子。",
        photos=[],
    )


class TestOpen:
    def test_the_staff_and_the_head_of_the_grid_call_and_members_are_told(
        self, world: World, council: Council, member: CouncilMember
    ) -> None:
        for person in (world.staff, world.lead, world.grid_head):
            open_call(council, actor=person, now=NOW, asked=asked())
        for person in (world.resident, world.grid_worker, world.near_staff, member.person):
            with pytest.raises(NotYours):
                open_call(council, actor=person, now=NOW, asked=asked())
        told = Notice.objects.filter(kind="council.call_opened")
        assert {notice.recipient for notice in told} == {member.person}

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"closes_on": TODAY - timedelta(days=1)}, "closes_on"),
            ({"opens_on": TODAY - timedelta(days=1)}, "opens_on"),
            ({"closes_on": TODAY + timedelta(days=200)}, "closes_on"),
            (
                {"opens_on": date(2028, 1, 1), "closes_on": date(2028, 1, 2)},
                "opens_on",
            ),
            ({"title": " "}, "title"),
            ({"prompt": ""}, "prompt"),
        ],
    )
    def test_what_cannot_be_is_said_at_its_field(
        self, world: World, council: Council, more: dict[str, Any], field: str
    ) -> None:
        with pytest.raises(Refused) as refused:
            open_call(council, actor=world.staff, now=NOW, asked=asked(**more))
        assert refused.value.field == field
        assert not Call.objects.exists()

    def test_grids_of_others_are_not_asked(self, world: World, council: Council) -> None:
        with pytest.raises(Refused) as refused:
            open_call(council, actor=world.staff, now=NOW, asked=asked(grids=[world.other_grid]))
        assert refused.value.field == "grids"

    def test_the_same_words_to_other_grids_are_another_call(self, world: World) -> None:
        council = Council.objects.create(body=world.community)

        def opened(*grids: Body) -> Call:
            return open_call(council, actor=world.staff, now=NOW, asked=asked(grids=grids))

        first, second = world.grid, world.other_grid
        calls = [opened(first), opened(second), opened(), opened(second, first)]
        assert len({call.pk for call in calls}) == 4
        again = [opened(first), opened(second), opened(), opened(first, second)]
        assert again == calls


@pytest.mark.parametrize(
    ("day", "state"),
    [(-1, CallState.TO_COME), (0, CallState.OPEN), (20, CallState.OPEN), (21, CallState.OVER)],
)
def test_both_days_of_a_call_count(call: Call, day: int, state: CallState) -> None:
    assert call.state_on(TODAY + timedelta(days=day)) == state


class TestIdeas:
    def test_a_matter_raised_for_the_call_is_one_of_its_ideas(
        self, world: World, call: Call
    ) -> None:
        issue = an_idea(world, call)
        assert issue.source == Source.CALL
        assert CallIdea.objects.get().issue == issue

    def test_after_the_close_nothing_comes_in_and_nothing_is_raised(
        self, world: World, call: Call
    ) -> None:
        close_call(call, actor=world.staff, now=NOW)
        with pytest.raises(Refused):
            an_idea(world, call)
        assert not Issue.objects.exists()
        with pytest.raises(WrongState):
            close_call(call, actor=world.staff, now=NOW)

    def test_a_place_that_is_not_asked_is_refused_at_its_field(
        self, world: World, council: Council, call: Call
    ) -> None:
        with pytest.raises(Refused) as refused:
            an_idea(world, call, building=world.other_building)
        assert refused.value.field == "building"
        assert not Issue.objects.exists()

    def test_what_is_not_public_is_counted_and_never_shown(self, world: World, call: Call) -> None:
        issue = an_idea(world, call, named=True)
        visitor = Viewer(standing=VISITOR)
        assert ideas_of(call, visitor) == ([], 1)
        public(world, issue)
        (idea,), waiting = ideas_of(call, visitor)
        assert (idea.issue, waiting) == (issue, 0)

    def test_the_most_wanted_comes_first_after_what_was_chosen(
        self, world: World, call: Call
    ) -> None:
        ideas = [public(world, an_idea(world, call)) for _ in range(3)]
        support(ideas[2], actor=world.neighbour, now=NOW)
        choose_idea(call, actor=world.staff, now=NOW, issue=ideas[1], why="人人都用得上")
        found, _waiting = ideas_of(call, Viewer(standing=VISITOR))
        assert [idea.issue for idea in found] == [ideas[1], ideas[2], ideas[0]]


class TestAuthor:
    def author(self, call: Call) -> str:
        (idea,), _waiting = ideas_of(call, Viewer(standing=VISITOR))
        return idea.author

    def test_is_named_only_if_they_asked_for_it(self, world: World, call: Call) -> None:
        issue = public(world, an_idea(world, call))
        assert self.author(call) == ""
        CallIdea.objects.update(named=True)
        assert self.author(call) == "李大妈"
        Issue.objects.filter(pk=issue.pk).update(for_someone_else=True)
        assert self.author(call) == ""
        Issue.objects.filter(pk=issue.pk).update(for_someone_else=False, private_wish=True)
        assert self.author(call) == ""

    def test_is_not_named_before_the_idea_is_public(self, world: World, call: Call) -> None:
        an_idea(world, call, named=True)
        row = CallIdea.objects.select_related("issue__reporter").get()
        assert Idea(row.issue, row).author == ""


class TestChoose:
    def test_the_reason_is_public_and_its_author_is_told_once(
        self, world: World, call: Call
    ) -> None:
        issue = public(world, an_idea(world, call))
        choose_idea(call, actor=world.staff, now=NOW, issue=issue, why="人人都用得上")
        # Sent from two pages: the second says nothing new.
        for _page in range(2):
            again = choose_idea(
                call, actor=world.lead, now=NOW, issue=issue, why="老人孩子都用得上"
            )
        assert (again.why, again.chosen_by) == ("老人孩子都用得上", world.staff)
        told = Notice.objects.filter(kind="council.idea_chosen")
        assert [notice.recipient for notice in told] == [world.resident]
        kinds = [entry.kind for entry in timeline(call.council.stream)]
        assert kinds == ["council.call_opened", "council.idea_chosen", "council.idea_reason"]

    def test_others_do_not_choose_and_a_reason_is_given(self, world: World, call: Call) -> None:
        issue = public(world, an_idea(world, call))
        for person in (world.resident, world.near_staff, world.grid_worker):
            with pytest.raises(NotYours):
                choose_idea(call, actor=person, now=NOW, issue=issue, why="好")
        with pytest.raises(Refused) as refused:
            choose_idea(call, actor=world.staff, now=NOW, issue=issue, why=" ")
        assert refused.value.field == "why"

    def test_a_matter_of_its_own_is_no_idea(self, world: World, call: Call) -> None:
        matter = NewMatter(text="灯不亮", building=world.building)
        issue = raise_issue(matter, actor=world.resident, reporter=world.resident, now=NOW)
        with pytest.raises(Refused):
            choose_idea(call, actor=world.staff, now=NOW, issue=issue, why="好")

    def test_a_close_on_a_page_that_shows_what_was_is_stale(self, world: World, call: Call) -> None:
        issue = public(world, an_idea(world, call))
        choose_idea(call, actor=world.staff, now=NOW, issue=issue, why="好")
        with pytest.raises(Stale):
            close_call(call, actor=world.staff, now=NOW, seen=1)


def test_the_author_is_told_once_when_it_has_been_carried_out(world: World, call: Call) -> None:
    issue = public(world, an_idea(world, call))
    tell_carried_out(now=NOW)
    classify(
        issue, actor=world.grid_worker, now=NOW, matter_class=MatterClass.SMALL,
        category=world.categories["facilities"],
    )  # fmt: skip
    settle(
        issue, actor=world.grid_worker, now=NOW, talk=doorstep(agreed="周六种树"),
        no_picture_reason="天黑",
    )  # fmt: skip
    tell_carried_out(now=NOW)
    assert not Notice.objects.filter(kind="council.idea_carried_out").exists()
    confirm(issue, actor=world.resident, now=NOW, resolved=Resolved.SOLVED)
    for _ in range(2):
        tell_carried_out(now=NOW)
    (told,) = Notice.objects.filter(kind="council.idea_carried_out")
    assert told.recipient == world.resident
    assert f"idea-{issue.reference}" in told.link


def test_a_call_keeps_the_number_of_its_office_and_no_bodys_own(
    world: World, council: Council
) -> None:
    prompt = "打社区0533-7180123，或13905331234"
    call = open_call(council, actor=world.staff, now=NOW, asked=asked(prompt=prompt))
    assert call.prompt == "打社区0533-7180123，或×××"
