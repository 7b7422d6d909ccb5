import json

import pytest

from clocks.spans import due
from clocks.sums import Span, from_basis
from tests.clocks.factories import CALENDAR, HOURS, hours, moment, working_days, working_hours


@pytest.mark.parametrize("span", [hours(4, 5), working_hours(40), working_days(60)], ids=str)
def test_a_basis_survives_json_whole(span: Span) -> None:
    reckoned = due(moment("2026-09-25 10:00"), span, calendar=CALENDAR, hours=HOURS)
    assert from_basis(json.loads(json.dumps(reckoned.as_basis()))) == reckoned


def test_a_basis_says_what_it_rests_on() -> None:
    reckoned = due(moment("2026-11-20 16:30"), working_hours(4), calendar=CALENDAR, hours=HOURS)
    assert reckoned.as_basis() == {
        "version": 1,
        "kind": "working_hours",
        "amount": 4,
        "minutes": 0,
        "start": "2026-11-20T16:30:00+08:00",
        "due": "2026-11-23T11:30:00+08:00",
        "hours": "08:30-12:00,13:30-17:30",
        "skipped": [
            {"day": "2026-11-21", "reason": "weekend", "name_zh": "", "name_en": ""},
            {"day": "2026-11-22", "reason": "weekend", "name_zh": "", "name_en": ""},
        ],
        "made_up": [],
        "provisional": False,
        "unpublished": [],
        "revision": 0,
        "computed": None,
    }
