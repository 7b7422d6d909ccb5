from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from ledger.actions.append import append
from ledger.queries.timeline import news, timeline
from tests.ledger.factories import NOON, act

AFTER = (None, 3, 5)

pytestmark = pytest.mark.django_db


def test_a_timeline_has_what_its_owner_needs_to_put_it_into_words() -> None:
    user = User.objects.create_user("+8613800000001", name="小王")
    (entry, _, _) = append(
        [
            act("issue:mine", actor_id=user.pk, kind="issue.raised", version=2),
            act("issue:other", kind="issue.raised", texts={"words": "别人的话"}),
            act("issue:mine", actor_id=None, kind="issue.pushed_up", texts={}, parameters={}),
        ]
    )
    raised, pushed = timeline("issue:mine")
    assert (raised.kind, raised.version, raised.number) == ("issue.raised", 2, 1)
    assert raised.parameters == {"class": "small", "photos": 2}
    assert raised.texts == {"words": "楼道灯不亮"}
    assert (raised.actor_id, raised.actor_name, raised.erased) == (user.pk, "小王", False)
    assert (raised.happened_at, raised.recorded_at) == (NOON, entry.recorded_at)
    assert (raised.entry_id, raised.receipt) == (entry.pk, entry.receipt)
    assert (pushed.actor, pushed.actor_id, pushed.actor_name) == (None, None, "")
    assert pushed.texts == {}
    assert not pushed.erased


def test_an_unknown_stream_is_an_empty_timeline() -> None:
    append([act()])
    assert timeline("issue:unknown") == []


def test_news_are_what_came_after_what_was_shown_and_the_last_few_if_nobody_knows() -> None:
    append([act("issue:mine", actor_id=number) for number in range(5)])
    shown = {after: [entry.number for entry in news("issue:mine", after=after)] for after in AFTER}
    assert shown == {None: [3, 4, 5], 3: [4, 5], 5: []}


@pytest.mark.parametrize("count", [1, 30])
def test_a_timeline_takes_two_queries_however_long(count: int) -> None:
    append([act("issue:mine", actor_id=number) for number in range(count)])
    with CaptureQueriesContext(connection) as captured:
        assert len(timeline("issue:mine")) == count
    assert len(captured) == 2
