"""Who may watch a sitting, how often, and until when."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from functools import partial

import pytest
from django.db.models import F

from accounts.asker import digest_of_person
from council.models import Meeting
from tests.council.live.conftest import Hall
from tests.council.live.watching import Stream, asked, cookie_of
from tests.harness.waiting import wait_until

# Drawn anew each time, it would give each worker other names of tests.
UNKNOWN = "8b56a63b-630e-46f1-8d00-5258b33d8d04"

pytestmark = pytest.mark.processes
MOST, PROCESSES = 4, 2


@pytest.fixture(scope="module")
def hall(hall_of_two: Hall) -> Hall:
    return hall_of_two


def test_everybody_reads_along_on_a_phone_and_nobody_else_sees_the_table(hall: Hall) -> None:
    nobody, member, chair = None, hall.member(), hall.meeting.chair
    found = {
        (who, place): asked(hall.address(place, frame=True), cookie_of(user)).status
        for who, user in (("nobody", nobody), ("member", member), ("chair", chair))
        for place in ("phone", "table", "wall")
    }
    assert {pair for pair, status in found.items() if status == 200} == {
        ("nobody", "phone"),
        ("member", "phone"),
        ("chair", "phone"),
        ("chair", "table"),
    }
    assert {status for status in found.values() if status != 200} == {404}


def test_the_wall_opens_with_its_key_alone(hall: Hall) -> None:
    key = hall.meeting.wall_key
    assert asked(hall.address("wall", frame=True, key=key), {}).status == 200
    for wrong in ("", "a", key[:-1], key + "a", "%00", "%ff"):
        assert asked(hall.address("wall", frame=True, key=wrong), {}).status == 404


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ({}, "议程"),
        ({"Accept-Language": "en-GB,en;q=0.9"}, "Agenda"),
        ({"Accept-Language": "zh-CN,en;q=0.5"}, "议程"),
        ({"Accept-Language": "en", "Cookie": "language=zh-hans"}, "议程"),
        ({"Accept-Language": "zh", "Cookie": "language=en"}, "Agenda"),
    ],
)
def test_a_frame_is_in_the_language_of_its_page(
    hall: Hall, headers: dict[str, str], words: str
) -> None:
    page = asked(f"{hall.site.url}/sittings/{hall.meeting.uid}/phone/", headers)
    frame = json.loads(asked(hall.address(frame=True), headers).read())
    assert words in page.read().decode()
    assert words in frame["parts"]["agenda"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/live/", 404),
        (f"/live/{UNKNOWN}/?as=phone", 404),
        (f"/live/{UNKNOWN}/frame/?as=table", 404),
        ("/live/nonsense/?as=phone", 404),
        ("/live/%FF/?as=%FF", 404),
        (f"/live/{UNKNOWN}/?as=", 404),
        (f"/live/{UNKNOWN}/?as=phone&as=%7F", 404),
    ],
)
def test_what_is_no_sitting_is_not_there(hall: Hall, path: str, status: int) -> None:
    assert asked(hall.site.url + path, {}).status == status


def test_who_asks_for_a_screen_that_is_not_theirs_is_written_down(hall: Hall) -> None:
    somebody = hall.member(4)
    assert asked(hall.address("table"), cookie_of(somebody)).status == 404
    assert asked(hall.address("wall", frame=True), {}).status == 404
    for person in (digest_of_person(somebody.pk), ""):
        line = {"kind": "refused", "person": person, "view": "live", "answer": 404}
        wait_until(partial(written, hall, line), what="a line in the security log")


def written(hall: Hall, facts: Mapping[str, object]) -> bool:
    """Whether a line of the server's security log says all of this."""
    lines = [line for line in hall.live.said("web").splitlines() if '"kind"' in line]
    return any(facts.items() <= json.loads(line[line.index("{") :]).items() for line in lines)


def test_another_method_and_a_false_host_are_refused(hall: Hall) -> None:
    assert asked(hall.address(), {}, method="POST").status == 405
    assert asked(hall.address(), {"Host": "evil.example"}).status == 400


def test_a_session_that_is_none_reads_along_as_nobody(hall: Hall) -> None:
    forged = {"Cookie": "session=../../etc/passwd; language=en"}
    assert asked(hall.address("table"), forged).status == 404
    # A NUL, by its octal number.
    odd = {"Cookie": 'session="\\000aaaaaaaaaaaa"; language=en'}
    assert asked(hall.address("table"), odd).status == 404
    page = asked(hall.address(frame=True), forged).read().decode()
    assert "members are here" in page, "in the language of the cookie"


def test_two_hundred_streams_of_one_person_leave_room_for_others(hall: Hall) -> None:
    one, other = hall.member(0), hall.member(1)
    cookie = cookie_of(one)
    streams = [Stream(hall.address(), cookie) for _ in range(200)]
    assert Counter(stream.status for stream in streams) == {200: MOST, 429: 200 - MOST}
    refused = [stream.answer for stream in streams if stream.status == 429]
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in refused)
    line = {"kind": "crowded_out", "person": digest_of_person(one.pk), "what": "streams"}
    wait_until(lambda: written(hall, line), what="a line in the security log")
    another = hall.stream(other)
    assert another.status == 200
    assert asked(hall.address(frame=True), cookie).status == 200, "polling stays"
    another.close()
    for stream in streams:
        stream.close()
    # Their places are free again.
    again = hall.stream(one)
    wait_until(lambda: hall.stream(one).status == 200, what="a free place")
    again.close()


def test_without_valkey_each_process_counts_its_own(hall: Hall) -> None:
    broker = hall.live.children[0]
    broker.ask_to_stop()
    wait_until(lambda: broker.exit_code is not None, what="a Valkey that is gone")
    cookie = cookie_of(hall.member(3))
    try:
        streams = [Stream(hall.address(), cookie) for _ in range(40)]
        granted = sum(stream.status == 200 for stream in streams)
        assert MOST <= granted <= MOST * PROCESSES
        assert {stream.status for stream in streams} == {200, 429}
    finally:
        broker.start()
        for stream in streams:
            stream.close()


def test_a_tab_that_comes_again_takes_its_own_place(hall: Hall) -> None:
    cookie = cookie_of(hall.member(2))
    streams = [Stream(hall.address(tab="one"), cookie) for _ in range(20)]
    assert {stream.status for stream in streams} == {200}
    wait_until(lambda: sum(not stream.has_ended for stream in streams) <= 2, what="one each")
    for stream in streams:
        stream.close()


def test_the_stream_of_who_is_removed_ends(hall: Hall) -> None:
    was = hall.meeting.recorder
    stream, phone = hall.stream(was, "table"), hall.stream(was)
    stream.wait_for(hall.meeting.version)
    Meeting.objects.filter(pk=hall.meeting.pk).update(recorder=None, version=F("version") + 1)
    try:
        wait_until(lambda: stream.has_ended, what="the end of a stream")
        assert stream.events[-1] == "end"
        assert asked(hall.address("table"), cookie_of(was)).status == 404
        assert not phone.has_ended
    finally:
        again = {"recorder": was, "version": F("version") + 1}
        Meeting.objects.filter(pk=hall.meeting.pk).update(**again)
        phone.close()
