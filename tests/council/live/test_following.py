"""What comes by a stream: the newest state, whatever happens to the servers."""

from __future__ import annotations

import json
import signal
import time

import psutil
import pytest

from tests.council.live.conftest import Hall
from tests.council.live.watching import Stream, asked, cookie_of
from tests.harness.waiting import wait_until

pytestmark = pytest.mark.processes


@pytest.fixture
def hall(hall_of_two: Hall) -> Hall:
    """A test that ended the server leaves it to the next one to begin another."""
    site = hall_of_two.site
    if site.process.exit_code is not None:
        hall_of_two.site = hall_of_two.live.start_web(workers=2)
    return hall_of_two


def test_a_change_comes_to_all_who_watch_and_only_what_changed(hall: Hall) -> None:
    streams = [hall.stream(hall.member(0)), hall.stream(None), hall.stream(hall.meeting.chair)]
    version = hall.move()
    for stream in streams:
        stream.wait_for(version)
    first, last = streams[0].frames[0]["parts"], streams[0].frames[-1]["parts"]
    assert set(first) >= {"head", "vote", "agenda"}
    assert set(last) < set(first)
    assert abs(streams[0].frames[-1]["now"] / 1000 - time.time()) < 60
    versions = [frame["version"] for frame in streams[0].frames]
    assert versions == sorted(versions)
    for stream in streams:
        stream.close()


def test_one_frame_says_the_same_as_a_stream(hall: Hall) -> None:
    version = hall.move()
    cookie = cookie_of(hall.member())
    stream = Stream(hall.address(), cookie)
    stream.wait_for(version)
    answer = asked(hall.address(frame=True), cookie)
    assert answer.headers["Cache-Control"] == "no-store"
    frame = json.loads(answer.read())
    assert (frame["version"], frame["meeting"]) == (version, str(hall.meeting.uid))
    assert frame["parts"] == stream.frames[-1]["parts"]
    stream.close()


def test_many_changes_at_once_end_in_the_last(hall: Hall) -> None:
    stream = hall.stream(hall.member())
    for _ in range(20):
        version = hall.move()
    stream.wait_for(version)
    stream.close()


def test_a_line_on_which_nothing_happens_shows_that_it_is_alive(hall: Hall) -> None:
    stream = hall.stream(hall.member())
    wait_until(lambda: "ping" in stream.events, seconds=30, what="a ping")
    stream.close()


def test_without_valkey_the_database_is_asked(hall: Hall) -> None:
    stream = hall.stream(hall.member())
    broker = hall.live.children[0]
    stream.wait_for(hall.move())
    broker.ask_to_stop()
    wait_until(lambda: broker.exit_code is not None, what="a Valkey that is gone")
    try:
        for _ in range(3):
            stream.wait_for(hall.move(), seconds=20)
        assert asked(hall.address(frame=True), {}).status == 200
    finally:
        broker.start()
    stream.wait_for(hall.move(), seconds=20)
    stream.close()


def test_a_worker_that_was_frozen_catches_up(hall: Hall) -> None:
    # So many that both workers have some.
    streams = [hall.stream() for _ in range(12)]
    frozen = workers(hall)[0]
    frozen.send_signal(signal.SIGSTOP)
    try:
        version = hall.move()
        wait_until(
            lambda: any(stream.version == version for stream in streams), what="the other worker"
        )
        assert any(stream.version < version for stream in streams)
    finally:
        frozen.send_signal(signal.SIGCONT)
    for stream in streams:
        stream.wait_for(version)
        stream.close()


def workers(hall: Hall) -> list[psutil.Process]:
    web = psutil.Process(hall.site.process.pid)
    return [one for one in web.children() if "resource_tracker" not in " ".join(one.cmdline())]


def test_the_server_ends_within_seconds_though_streams_are_open(hall: Hall) -> None:
    streams = [hall.stream(hall.member(at)) for at in range(4)]
    began = time.monotonic()
    hall.site.process.stop()
    assert time.monotonic() - began < 12, "three seconds, and what a busy machine adds"
    assert "does not stop" not in hall.live.said("web")
    for stream in streams:
        wait_until(lambda stream=stream: stream.has_ended)  # type: ignore[misc]
