"""What counts as waited, and when a bound was missed."""

from __future__ import annotations

from bench.hostile_hour.lines import LONGEST, Answer, of_head
from bench.hostile_hour.tally import Tally


def test_who_was_refused_or_not_answered_counts_as_if_they_had_waited_for_longest() -> None:
    tally = Tally()
    waits = tally.waits["raise"]
    assert [waits.note(Answer(status, 0.1), good=302) for status in (302, 429, 0)] == [
        True,
        False,
        False,
    ]
    assert waits.seconds == [0.1, LONGEST, LONGEST]
    assert (waits.done, dict(waits.answers)) == (1, {302: 1, 429: 1, 0: 1})


def test_a_bound_is_kept_by_95_of_100_and_missed_where_nobody_asked() -> None:
    tally = Tally()
    for _ in range(96):
        tally.waits["raise"].note(Answer(302, 1.9), good=302)
        tally.waits["receive"].note(Answer(302, 1.9), good=302)
    for _ in range(4):
        tally.waits["raise"].note(Answer(500, 0.1), good=302)
    for _ in range(8):
        tally.waits["receive"].note(Answer(500, 0.1), good=302)
    assert [one.partition(":")[0] for one in tally.missed()] == ["receive", "healthz"]
    assert (tally.later("raise"), tally.later("receive")) == (4, 8)


def test_a_head_tells_status_and_where_it_leads() -> None:
    assert of_head(b"HTTP/1.1 302 Found\r\nServer: x\r\nlocation: /a: b/") == (302, "/a: b/")
    assert of_head(b"HTTP/1.1 200 OK") == (200, "")
    assert of_head(b"") == (0, "")
