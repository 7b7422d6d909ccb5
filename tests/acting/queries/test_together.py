"""Several questions in one statement are answered as each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.models import BinaryField, QuerySet
from django.test.utils import CaptureQueriesContext

from accounts.queries.prepared import given_key
from acting.queries.together import PreparedTogether
from council.models import Command, Meeting, Vote
from grids.models import Body
from tests.council.sittings import a_council, a_sitting_now
from tests.council.table.doing import moved, vote_on
from tests.world import World


def questions(meeting: Any) -> Sequence[QuerySet[Any, Any]]:
    return (
        Meeting.objects.filter(pk=meeting),
        Command.objects.filter(meeting=meeting).order_by("-seq"),
        Body.objects.order_by("-path"),
        Body.objects.filter(code="none there"),
        Command.objects.filter(meeting=meeting)
        .order_by("seq")
        .values_list("seq", "meeting__title"),
    )


def test_rows_and_values_are_what_each_question_gives_by_itself(world: World) -> None:
    meeting = a_sitting_now(world, a_council(world), items=['"清淤" \\ %s, {第一项}\n'])
    vote_on(meeting, moved(meeting))
    at = datetime(2026, 11, 19, 7, 0, 0, 123456, tzinfo=UTC)
    Command.objects.filter(meeting=meeting).update(happened_at=at)
    together = PreparedTogether(lambda: questions(given_key("meeting")))
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            found = together(meeting=meeting.pk)
        assert len(queries.captured_queries) == 1
        expected = [list(question) for question in questions(meeting.pk)]
        assert found == expected
        for rows, known in zip(found[:3], expected[:3], strict=True):
            assert rows, "nothing was compared"
            for row, one in zip(rows, known, strict=True):
                assert {**vars(row), "_state": 0} == {**vars(one), "_state": 0}
                assert (row._state.adding, row._state.db) == (False, one._state.db)
    assert together(meeting=0)[1] == []
    with pytest.raises(KeyError):
        together()


def test_what_json_would_not_keep_is_refused(world: World) -> None:
    ask = PreparedTogether(lambda: [Vote.objects.all()])
    with pytest.raises(TypeError, match=BinaryField.__name__):
        ask()
