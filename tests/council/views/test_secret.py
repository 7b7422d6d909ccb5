"""The pages and answers of a secret vote, by who asks and over which line."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from council.actions.votes.give_key import give_key
from council.enums.votes import Choice, VoteState
from council.models import SealedBallot, SecretKey, Turnout, Vote
from council.secrecy.text import bytes_of, text_of
from tests.council.secrecy.devices import Device
from tests.council.secrecy.room import NOW, Room, fresh, room_of
from tests.harness.signing_in import signed_in
from tests.world import World

YES, NO = Choice.YES, Choice.NO
LOCAL = {"HTTP_HOST": "localhost"}


@pytest.fixture
def room(world: World) -> Room:
    return room_of(world)


def address(name: str, vote: Vote) -> str:
    return reverse(f"council:secret_{name}", args=[vote.meeting.uid, vote.uid])


def there(user: object) -> Client:
    return signed_in(user, **LOCAL)  # type: ignore[arg-type]


def test_the_ballot_carries_the_keys_and_no_choice(room: Room) -> None:
    vote = room.opens()
    page = there(room.members[0]).get(address("ballot", vote)).content.decode()
    for device in room.devices.values():
        assert text_of(device.point) in page
    assert f'data-ballot="{vote.uid}"' in page
    assert "checked" not in page


def letters(user: object, vote: Vote) -> str:
    page = there(user).get(reverse("council:phone", args=[vote.meeting.uid])).content.decode()
    leads = f'<a class="button button-next button-wide" href="{address("device", vote)}">'
    own = page.split('data-own="')[1].split('"')[0]
    assert "k" not in own or leads in page
    return own


def test_the_phone_leads_chair_and_recorder_to_the_key_that_is_waited_for(room: Room) -> None:
    def waited_for() -> str:
        people = {"c": room.chair, "r": room.recorder, "m": room.members[0]}
        return "".join(who for who, user in people.items() if "k" in letters(user, vote))

    vote = room.begins(2)
    assert waited_for() == "cr"
    give_key(vote, actor=room.chair, now=NOW, point=room.devices["chair"].point)
    assert waited_for() == "r"
    give_key(vote, actor=room.recorder, now=NOW, point=room.devices["recorder"].point)
    assert waited_for() == ""
    for member in room.members[:4]:
        room.casts(vote, member, YES)
    vote = room.closes(vote)
    assert waited_for() == "c"
    room.unlocks(vote, "chair")
    assert waited_for() == "r"
    room.unlocks(vote, "recorder")
    assert waited_for() == ""


def test_a_ballot_from_a_device_and_one_for_the_server_to_seal(room: Room) -> None:
    vote = room.opens()
    sealed = text_of(room.ballot(vote, YES))
    answer = there(room.members[0]).post(address("ballot", vote), {"sealed": sealed})
    assert answer.status_code == 302
    answer = there(room.members[1]).post(address("ballot", vote), {"choice": "2", "sealed": ""})
    assert answer.status_code == 302
    assert [len(row.sealed) for row in SealedBallot.objects.filter(vote=vote)] == [178, 178]
    page = there(room.members[0]).get(address("ballot", vote)).content.decode()
    assert "checked" not in page


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"choice": "9"},
        {"choice": "yes"},
        {"sealed": "!!"},
        {"sealed": "AAAA"},
        {"sealed": "票"},
    ],
)
def test_what_is_no_ballot_gets_a_sentence(room: Room, sent: dict[str, str]) -> None:
    vote = room.opens()
    answer = there(room.members[0]).post(address("ballot", vote), sent)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not Turnout.objects.exists()


def test_nobody_but_a_voter_sees_a_ballot(room: Room, world: World, client: Client) -> None:
    vote = room.opens()
    assert client.get(address("ballot", vote)).status_code == 302
    for other in (world.neighbour, room.chair):
        page = there(other).get(address("ballot", vote)).content.decode()
        assert "data-ballot" not in page
    voter = room.roll_of(room.members[0])
    page = there(world.neighbour).get(f"{address('ballot', vote)}?for={voter}").content.decode()
    assert "data-ballot" not in page
    assert room.members[0].name not in page


def test_at_the_table_the_tablet_goes_from_hand_to_hand(room: Room) -> None:
    vote, voter = room.opens(), room.members[2]
    page = f"{address('ballot', vote)}?for={room.roll_of(voter)}"
    tablet = there(room.recorder)
    assert voter.name in tablet.get(page).content.decode()
    answer = tablet.post(page, {"sealed": text_of(room.ballot(vote, NO))})
    assert answer.headers["Location"] == page
    assert "data-ballot" not in tablet.get(page).content.decode()
    assert "data-ballot" in tablet.get(f"{page}&again=1").content.decode()
    assert Turnout.objects.get(vote=vote).at_table is True
    assert tablet.get(f"{address('ballot', vote)}?for=nobody").status_code == 404


def test_over_a_line_that_others_can_read_nothing_is_taken(room: Room) -> None:
    vote = room.opens()
    open_line = {"HTTP_HOST": "127.0.0.1.example"}
    voter, chair = (signed_in(who, **open_line) for who in (room.members[0], room.chair))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.ALLOWED_HOSTS", ["*"])
        assert "data-ballot" not in voter.get(address("ballot", vote)).content.decode()
        assert voter.post(address("ballot", vote), {"choice": "1"}).status_code == 422
        again = room.gives_up(vote) and room.begins()
        point = text_of(Device("chair").point)
        answer = chair.post(address("key", again), {"point": point})
        assert answer.status_code == 409
        secure = chair.post(address("key", again), {"point": point}, secure=True)
        assert secure.status_code == 200
    assert not Turnout.objects.exists()


def test_keys_are_given_and_the_batch_opened_by_post(room: Room) -> None:
    vote = room.begins()
    chair, recorder = there(room.chair), there(room.recorder)
    for client, role in ((recorder, "recorder"), (chair, "chair")):
        answer = client.post(address("key", vote), {"point": text_of(room.devices[role].point)})
        assert answer.status_code == 200
        assert answer.json()["words"]
    other = chair.post(address("key", vote), {"point": text_of(Device("chair").point)})
    assert other.status_code == 409
    assert SecretKey.objects.filter(vote=vote).count() == 2
    room.all_cast(fresh(vote), YES, NO, NO)
    assert chair.get(address("batch", vote)).status_code == 404
    room.closes(vote)
    for client, role in ((chair, "chair"), (recorder, "recorder")):
        for stranger in (there(room.members[0]), Client(**LOCAL)):  # type: ignore[arg-type]
            assert stranger.get(address("batch", vote)).status_code == 404
        asked = client.get(address("batch", vote)).json()
        batch = [bytes_of(text) or b"" for text in [*asked["messages"], *asked["checks"]]]
        opening = " ".join(text_of(answer) for answer in room.devices[role].answer(batch))
        assert client.post(address("open", vote), {"opening": opening}).status_code == 200
        assert client.get(address("batch", vote)).status_code == 404
    assert fresh(vote).state == VoteState.COUNTED


def test_whoever_was_signed_out_is_told_so_and_nothing_is_sent(room: Room) -> None:
    vote = room.begins()
    stranger = Client(**LOCAL)  # type: ignore[arg-type]
    answer = stranger.post(address("key", vote), {"point": text_of(Device("chair").point)})
    assert answer.status_code == 401
    assert answer.json()["words"]


@pytest.mark.parametrize(
    ("name", "sent"),
    [("key", {}), ("key", {"point": "AA"}), ("open", {"opening": "AA BB"}), ("open", {})],
)
def test_what_is_neither_key_nor_answer_gets_a_sentence(
    room: Room, name: str, sent: dict[str, str]
) -> None:
    answer = there(room.chair).post(address(name, room.begins()), sent)
    assert answer.status_code in {409, 422}
    assert answer.json()["words"]


def test_the_holders_page_asks_each_for_what_is_theirs(room: Room, world: World) -> None:
    vote = room.begins()
    page = there(room.recorder).get(address("device", vote)).content.decode()
    assert 'data-role="recorder"' in page
    assert 'data-task="key"' in page
    assert there(world.neighbour).get(address("device", vote)).status_code == 404


def test_everybody_reads_what_is_protected_and_holders_check_their_device(
    room: Room, client: Client
) -> None:
    page = reverse("council:secret_words", args=[room.meeting.uid])
    assert client.get(page, **LOCAL).status_code == 200  # type: ignore[arg-type]
    assert 'data-task="try"' not in client.get(page).content.decode()
    assert 'data-task="try"' in there(room.chair).get(page).content.decode()


def test_the_table_asks_both_holders_and_says_who_is_missing(room: Room) -> None:
    vote = room.begins()
    page = reverse("council:table", args=[room.meeting.uid])
    drawn = there(room.chair).get(page).content.decode()
    assert 'data-office="chair"' in drawn
    assert drawn.count('data-task="key"') == 2
    vote = room.gives_up(vote) and room.opens()
    assert f"?for={room.roll_of(room.members[0])}" in there(room.chair).get(page).content.decode()
    room.all_cast(vote, YES, YES, YES)
    vote = room.closes(vote)
    drawn = there(room.recorder).get(page).content.decode()
    assert drawn.count('data-task="open"') == 1
    room.unlocks(vote)
    drawn = there(room.recorder).get(page).content.decode()
    assert drawn.count('data-task="forget"') == 2
    assert 'class="notice notice-warning"' in drawn


def test_a_secret_vote_is_not_begun_over_a_line_that_others_can_read(room: Room) -> None:
    sent = {
        "act": "open_vote", "place": "table", "way": "secret", "majority": "half", "base": "cast",
        "command": "0190b3a0-0000-7000-8000-000000000001",
        "uid": "0190b3a0-0000-7000-8000-000000000002", "motion": str(room.motion.uid),
    }  # fmt: skip
    do = reverse("council:do", args=[room.meeting.uid])
    assert signed_in(room.chair, HTTP_HOST="127.0.0.2").post(do, sent).status_code in {400, 422}
    assert not Vote.objects.exists()
    there(room.chair).post(do, sent)
    assert Vote.objects.count() == 1
