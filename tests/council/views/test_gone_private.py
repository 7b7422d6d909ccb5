"""Of a matter that went private after it was put on an agenda, no screen names anything."""

from __future__ import annotations

from datetime import timedelta
from time import monotonic
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from acting.refusals import Refused
from council.enums.decisions import Effect, PledgeState
from council.enums.screens import Audience, Place
from council.live.drawing import AskedScreen, Drawing, drawn, frame_of
from council.models import AgendaItem, Meeting, Motion, Pledge, Resolution, Vote
from council.queries.marks import marks_of
from council.queries.state import state_of
from issues.enums.matter import Visibility
from issues.models import Issue
from tests.council.sittings import (
    BEGINS,
    a_called_sitting,
    at_the_table,
    fresh,
    items_of,
    roll_of,
)
from tests.council.table.doing import do, moved, person_at, speaks, vote_on
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.world import World


@pytest.fixture
def meeting(world: World) -> Meeting:
    issue = hard(world)
    found = at_the_table(world, a_called_sitting(world, items=[issue.reference, "快递柜"]))
    Issue.objects.filter(pk=issue.pk).update(visibility=Visibility.PRIVATE)
    return found


def test_no_screen_names_it(world: World, meeting: Meeting) -> None:
    title = items_of(meeting)[0].title
    base = f"/sittings/{meeting.uid}"
    Meeting.objects.filter(pk=meeting.pk).update(wall_key="key")
    head = signed_in(world.grid_head)
    for page in (
        head.get(f"{base}/table/"),
        Client().get(f"{base}/phone/"),
        Client().get(f"{base}/wall/?key=key"),
        head.get(f"{base}/print/ballots/"),
    ):
        assert page.status_code == 200
        assert title not in page.content.decode()
        assert "一件已不公开的事" in page.content.decode()


def test_what_a_body_was_asked_is_read_by_the_body_and_the_community(
    world: World, meeting: Meeting
) -> None:
    item = items_of(meeting)[0]
    resolution = Resolution.objects.create(
        item=item, text="请铁路部门清淤", adopted=True, quorate=True, effect=Effect.TO_DELIVER,
        at=BEGINS,
    )  # fmt: skip
    pledge = Pledge.objects.create(
        resolution=resolution, body=world.housing, text="汛期前清淤一次", due_on=BEGINS.date(),
        state=PledgeState.ASKED, asked_at=BEGINS, answer_by=BEGINS,
    )  # fmt: skip
    address = f"/pledges/{pledge.uid}/"
    for reader in (Client(), signed_in(world.resident), signed_in(world.stranger)):
        assert reader.get(address).status_code == 404
    for person in (world.clerk, world.staff):
        page = signed_in(person).get(address)
        assert page.status_code == 200
        assert item.title not in page.content.decode()
    owed = signed_in(world.clerk).get("/pledges/").content.decode()
    assert "汛期前清淤一次" in owed
    assert item.title not in owed


# What is written of an item at the table, each told from the others.
MOVED, AMENDED, NOTED, SAID, LIMITED = "清淤一次", "清淤两次", "何平说漏", "赵雪说堵", "要业主表决"
DECIDED, MINORITY, ASKED = "请铁路来清", "魏东不同意", "汛期前做完"
WRITTEN = (MOVED, AMENDED, NOTED, SAID, LIMITED)


class TestInMidSitting:
    """The words of its item go from every screen, and from what a stream carries."""

    @pytest.fixture
    def sitting(self, world: World) -> Meeting:
        """With a motion, an amendment, a noted speech, and what the law leaves to others."""
        now = timezone.now()
        called = a_called_sitting(
            world, now=now - timedelta(days=1), starts_at=now + timedelta(minutes=10),
            items=[hard(world).reference],
        )  # fmt: skip
        found = at_the_table(world, called, now=now)
        AgendaItem.objects.update(limits=LIMITED)
        Meeting.objects.update(wall_key="key")
        motion = moved(found, MOVED, now=now)
        do(found, "amend", uid=uuid4(), motion=motion.uid, text=AMENDED, now=now)
        do(found, "note_item", item=items_of(found)[0].uid, note=NOTED, now=now)
        speech = speaks(found, roll_of(found)[1], now=now)
        do(found, "note_speech", speech=speech, note=SAID, now=now)
        return fresh(found)

    def shown(self, meeting: Meeting) -> str:
        """All that any screen or stream says, in both languages."""
        state = state_of(meeting.uid, now=timezone.now())
        assert state is not None
        drawn = [
            frame.text(None, now=timezone.now())
            for audience in Audience
            for language in ("en", "zh-hans")
            if (frame := frame_of(state, audience, language))
        ]
        assert len(drawn) == 2 * len(Audience)
        assert meeting.chair is not None
        base, head = f"/sittings/{meeting.uid}", signed_in(meeting.chair)
        pages = [
            head.get(f"{base}/table/"),
            signed_in(person_at(meeting, 0)).get(f"{base}/phone/"),
            Client().get(f"{base}/phone/"),
            Client().get(f"{base}/wall/?key=key"),
            head.get(f"{base}/print/record/"),
            head.get(f"{base}/print/notice/"),
        ]
        assert {page.status_code for page in pages} == {200}
        return "".join([*drawn, *(page.content.decode() for page in pages)])

    def is_hidden(self, meeting: Meeting, *words: str) -> None:
        """Each stands somewhere while the matter is public, and nowhere once it is not."""
        issue = Issue.objects.get()
        names = (*words, issue.reference, issue.spoken)
        before = self.shown(meeting)
        assert [one for one in names if one not in before] == []
        Issue.objects.update(visibility=Visibility.PRIVATE)
        after = self.shown(meeting)
        assert [one for one in names if one in after] == []
        assert "一件已不公开的事" in after
        Issue.objects.update(visibility=Visibility.PUBLIC)

    def test_what_is_put_and_said_is_hidden(self, sitting: Meeting) -> None:
        self.is_hidden(sitting, *WRITTEN)

    def test_nobody_votes_on_what_nobody_may_read(self, sitting: Meeting) -> None:
        Issue.objects.update(visibility=Visibility.PRIVATE)
        motions = Motion.objects.order_by("pk")
        with pytest.raises(Refused, match="不再表决"):
            vote_on(sitting, motions[1], now=timezone.now())
        for motion in reversed(motions):
            do(sitting, "withdraw_motion", motion=motion.uid, now=timezone.now())
        with pytest.raises(Refused, match="不再表决"):
            moved(sitting, MOVED, now=timezone.now())

    def test_what_is_voted_on_is_hidden_and_so_is_its_result(self, sitting: Meeting) -> None:
        amendment = Motion.objects.get(amends__isnull=False)
        vote = vote_on(sitting, amendment, now=timezone.now())
        self.is_hidden(sitting, AMENDED)
        do(sitting, "count_hands", vote=vote.uid, yes=5, no=0, abstain=0, now=timezone.now())
        do(sitting, "announce", vote=vote.uid, now=timezone.now())
        self.is_hidden(sitting, AMENDED)

    def test_what_was_decided_is_hidden(self, sitting: Meeting) -> None:
        resolution = Resolution.objects.create(
            item=items_of(sitting)[0], text=DECIDED, minority=MINORITY, adopted=True, quorate=True,
            effect=Effect.TO_DELIVER, at=timezone.now(),
        )  # fmt: skip
        Pledge.objects.create(
            resolution=resolution, outside_name="铁路工务段", text=ASKED, due_on=BEGINS.date(),
            state=PledgeState.ASKED, asked_at=BEGINS, answer_by=BEGINS,
        )  # fmt: skip
        self.is_hidden(sitting, DECIDED, MINORITY, ASKED)

    def test_a_ballot_does_not_say_what_it_is_about(self, sitting: Meeting) -> None:
        vote = vote_on(
            sitting, Motion.objects.get(amends__isnull=False), "secret", now=timezone.now()
        )
        Vote.objects.update(state="open", opened_at=timezone.now())
        base = f"/sittings/{sitting.uid}/secret/{vote.uid}"
        assert sitting.chair is not None
        voter, chair = signed_in(person_at(sitting, 0)), signed_in(sitting.chair)
        pages = ((voter, f"{base}/"), (chair, f"{base}/paper/"))
        for client, page in pages:
            assert AMENDED in client.get(page).content.decode()
        Issue.objects.update(visibility=Visibility.PRIVATE)
        for client, page in pages:
            assert AMENDED not in client.get(page).content.decode()

    def test_who_watches_is_told_though_nothing_was_done_at_the_table(
        self, sitting: Meeting
    ) -> None:
        asked = AskedScreen(Place.PHONE, None, "zh-hans")
        drawing = drawn(Drawing(state_of(sitting.uid, now=timezone.now()), monotonic()), [asked])
        frame = drawing.frames[asked]
        assert frame is not None
        assert MOVED in "".join(frame.parts.values())
        assert drawing.is_good(marks_of([sitting.uid])[sitting.uid])
        Issue.objects.update(visibility=Visibility.PRIVATE)
        assert not drawing.is_good(marks_of([sitting.uid])[sitting.uid])
