"""What a member does and reads on the own phone beside speaking."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from council.enums.screens import Audience
from council.live.drawing import frame_of
from council.models import Meeting, Motion, Recusal, Turnout, Vote
from council.presentation.screens import own_letters, parts_of
from council.queries.state import state_of
from issues.enums.matter import Visibility
from issues.models import Issue
from tests.council.sittings import a_called_sitting, a_council, at_the_table, fresh, roll_of
from tests.council.table.doing import TEXT, announced, do, moved, person_at, vote_on
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.world import World

OTHER = "先查清漏点，再请铁路部门清淤"


def called(world: World, **more: Any) -> Meeting:
    now = timezone.now()
    begins = now + timedelta(minutes=10)
    council = a_council(world)
    return a_called_sitting(
        world, council, now=now - timedelta(days=1), starts_at=begins, manner="rules", **more
    )


@pytest.fixture
def meeting(world: World) -> Meeting:
    """By rules of order: what a member moves waits for a second."""
    return at_the_table(world, called(world), now=timezone.now())


def sends(meeting: Meeting, at: int, act: str, **data: Any) -> Any:
    """As the form on the phone of a member, without a script."""
    client = signed_in(person_at(meeting, at))
    sent = {"act": act, "command": uuid4(), "place": "phone", **data}
    answer = client.post(f"/sittings/{meeting.uid}/do/", sent)
    return answer, client.get(f"/sittings/{meeting.uid}/phone/").content.decode()


def at_chair(meeting: Meeting) -> Client:
    assert meeting.chair is not None
    return signed_in(meeting.chair)


def parts(meeting: Meeting, audience: Audience) -> dict[str, str]:
    state = state_of(meeting.uid, now=timezone.now())
    assert state is not None
    with override("zh-hans"):
        return parts_of(state, audience, now=state.now)


def test_a_member_moves_another_seconds_and_a_third_puts_it_differently(meeting: Meeting) -> None:
    answer, page = sends(meeting, 0, "move", uid=uuid4(), text=TEXT)
    assert (answer.status_code, Motion.objects.get().state) == (302, "moved")
    assert 'data-own="hm0"' in page, "nobody is asked to second what they moved"
    assert "我附议" in page
    motion = Motion.objects.get()
    answer, page = sends(meeting, 1, "second_motion", motion=motion.uid)
    motion.refresh_from_db()
    assert (answer.status_code, motion.state) == (302, "open")
    assert motion.seconded_by == roll_of(meeting)[1]
    assert "我附议" not in page
    answer, page = sends(meeting, 2, "amend", uid=uuid4(), motion=motion.uid, text=OTHER)
    amendment = Motion.objects.get(amends=motion)
    assert (answer.status_code, amendment.text) == (302, OTHER)
    assert amendment.moved_by == roll_of(meeting)[2]
    assert "我附议这条修改" in page


def test_whom_it_touches_stays_out_and_the_reason_is_shown_to_nobody(meeting: Meeting) -> None:
    answer, page = sends(meeting, 0, "recuse", reason="我家在涵洞口")
    assert answer.status_code == 302
    assert Recusal.objects.get().reason == "我家在涵洞口"
    assert 'data-own="hmr"' in page
    assert (
        "我家在涵洞口"
        not in page + at_chair(meeting).get(f"/sittings/{meeting.uid}/table/").content.decode()
    )


def test_what_can_not_be_done_now_is_not_offered(meeting: Meeting) -> None:
    vote_on(meeting, moved(meeting, now=timezone.now()), "named", now=timezone.now())
    for audience in (Audience.VOTER, Audience.MEMBER):
        acts = parts(meeting, audience)["acts"]
        for act in ("move", "amend", "recuse", "second_motion"):
            assert f'value="{act}"' not in acts
        assert 'value="leave"' in acts
    assert parts(meeting, Audience.READER)["acts"].strip() == ""


@pytest.mark.parametrize(
    ("way", "asked"), [("hands", "主持人请大家举手"), ("paper", "纸质票：填好")]
)
def test_only_who_votes_is_asked_to(meeting: Meeting, way: str, asked: str) -> None:
    vote_on(meeting, moved(meeting, now=timezone.now()), way, now=timezone.now())
    shown = {each: parts(meeting, each)["vote"] for each in (Audience.VOTER, Audience.READER)}
    assert asked in shown[Audience.VOTER]
    assert asked not in shown[Audience.READER]


def test_what_one_voted_by_name_is_marked_on_ones_own_phone_alone(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting, now=timezone.now()), "named", now=timezone.now())
    for at, choice, own in ((0, "yes", "hvmy"), (1, "no", "hvmn"), (2, "abstain", "hvma")):
        _answer, page = sends(meeting, at, "cast_named", vote=vote.uid, choice=choice)
        assert f'data-own="{own}"' in page
        assert "收票前还可以改。" in page
    everywhere = {each: parts(meeting, each) for each in Audience}
    _answer, page = sends(meeting, 0, "cast_named", vote=vote.uid, choice="no")
    assert 'data-own="hvmn"' in page, "until the close it may be another"
    assert {each: parts(meeting, each) for each in Audience} == everywhere, "nobody else sees it"
    state = state_of(meeting.uid, now=timezone.now())
    assert state is not None
    frame = frame_of(state, Audience.VOTER, "zh-hans")
    assert frame is not None
    assert [frame.own_of(line.person_id)[3:] for line in roll_of(meeting)] == [
        "n",
        "n",
        "a",
        "",
        "",
    ]
    assert own_letters(state, Audience.TABLE) == own_letters(state, Audience.WALL) == {}
    do(meeting, "close_vote", vote=vote.uid, now=timezone.now())
    client = signed_in(person_at(meeting, 0))
    page = client.get(f"/sittings/{meeting.uid}/phone/").content.decode()
    assert 'data-own="hvmn"' in page
    assert "您投了：反对。" in page
    assert "收票前还可以改。" not in page


def test_of_a_secret_ballot_nothing_is_marked(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting, now=timezone.now()), "secret", now=timezone.now())
    Turnout.objects.create(vote=vote, roll=roll_of(meeting)[0])
    state = state_of(meeting.uid, now=timezone.now())
    assert state is not None
    assert own_letters(state, Audience.VOTER)[person_at(meeting, 0).pk] == "hvm"


def test_what_is_voted_on_is_shown_once(meeting: Meeting) -> None:
    vote_on(meeting, moved(meeting, now=timezone.now()), "named", now=timezone.now())
    shown = parts(meeting, Audience.VOTER)
    assert TEXT in shown["vote"]
    assert TEXT not in shown["now"]


def test_a_result_says_that_it_is_about_the_amendment(meeting: Meeting) -> None:
    motion, uid = moved(meeting, now=timezone.now()), uuid4()
    do(meeting, "amend", uid=uid, motion=motion.uid, text=OTHER, now=timezone.now())
    announced(meeting, Motion.objects.get(uid=uid), 5)
    assert "修改意见" in parts(meeting, Audience.MEMBER)["vote"]
    assert "修改意见" in parts(meeting, Audience.WALL)["wall"]
    assert "修改意见" in parts(meeting, Audience.TABLE)["vote"]
    announced(meeting, motion, 5)
    assert "修改意见" not in parts(meeting, Audience.WALL)["wall"]


@pytest.mark.parametrize(
    ("state", "sentence"), [("keys", "正在准备钥匙"), ("closed", "投票已截止，正在计票")]
)
def test_whoever_may_vote_is_not_told_that_they_have_no_vote(
    meeting: Meeting, state: str, sentence: str
) -> None:
    """While its keys are made, and while it is counted."""
    vote = vote_on(meeting, moved(meeting, now=timezone.now()), "secret", now=timezone.now())
    assert vote.state == "keys"
    if state == "closed":
        now = timezone.now()
        Vote.objects.update(state=state, opened_at=now, closed_at=now)
    shown = parts(meeting, Audience.MEMBER)["vote"]
    assert sentence in shown
    assert "没有表决权" not in shown


def test_nobody_is_asked_to_join_what_is_over(meeting: Meeting) -> None:
    do(meeting, "end_item", now=timezone.now())
    do(meeting, "close", now=timezone.now())
    page = signed_in(person_at(meeting, 0)).get(f"/sittings/{meeting.uid}/phone/").content.decode()
    assert "data-over" in page
    assert 'value="join"' not in page
    # Everybody has left by then; nobody reads that they were too few.
    table = at_chair(meeting).get(f"/sittings/{meeting.uid}/table/").content.decode()
    assert "才够数" not in table + parts(fresh(meeting), Audience.WALL)["wall"]


def test_before_it_begins_phone_and_wall_say_when_and_the_table_what_to_look_at(
    world: World,
) -> None:
    found = called(world)
    clock = timezone.localtime(found.starts_at).strftime("%H:%M")
    page = Client().get(f"/sittings/{found.uid}/phone/").content.decode()
    assert clock in page
    assert f"{clock} 开会" in parts(found, Audience.WALL)["wall"]
    table = at_chair(found).get(f"/sittings/{found.uid}/table/").content.decode()
    assert "开会前看一看" in table
    for sheet in ("sign-in", "record", "ballots", "notice"):
        assert f"/sittings/{found.uid}/print/{sheet}/" in table
    opened = at_the_table(world, found, now=timezone.now())
    assert "开会前看一看" not in parts(opened, Audience.TABLE)["item"]
    assert f"{clock} 开会" not in parts(opened, Audience.WALL)["wall"]


def test_the_page_of_a_sitting_says_what_was_decided_unless_its_matter_went_private(
    world: World,
) -> None:
    now = timezone.now()
    issue = hard(world)
    found = at_the_table(world, called(world, items=[issue.reference]), now=now)
    announced(found, moved(found, now=now), 5)
    do(found, "adopt", uid=uuid4(), item=found.items.get().uid, effect="none", now=now)
    address = f"/sittings/{found.uid}/"
    page = Client().get(address).content.decode()
    assert TEXT in page
    assert "已决定" in page
    Issue.objects.update(visibility=Visibility.PRIVATE)
    assert TEXT not in Client().get(address).content.decode()
