from __future__ import annotations

from datetime import date, datetime, timedelta

from clocks.actions.add_days import add_days
from clocks.hours import SHANGHAI
from clocks.yearly_notice import NewDay
from issues.actions.raise_issue import raise_issue
from issues.actions.recompute_clocks import recompute_clocks
from issues.enums.deadlines import DeadlineKind
from issues.inputs import NewMatter
from issues.models import Deadline
from issues.queries.chain_soundness import broken_chains
from tests.world import World

NEW_YEARS_EVE = datetime(2026, 12, 31, 16, 0, tzinfo=SHANGHAI)


def test_a_provisional_clock_moves_when_the_year_is_published_and_keeps_its_old_row(
    world: World,
) -> None:
    issue = raise_issue(
        NewMatter(text="楼道灯坏了", building=world.building),
        actor=world.resident, reporter=world.resident, now=NEW_YEARS_EVE,
    )  # fmt: skip
    clock = Deadline.objects.running().get(issue=issue, kind=DeadlineKind.RESOLVE)
    assert clock.provisional
    holidays = [
        NewDay(date(2027, 1, 1) + timedelta(days=n), False, "元旦", "New Year's Day")
        for n in range(8)
        if n not in {1, 2}
    ]
    add_days(
        holidays, note="2027", year=2027, actor=world.district_administrator, now=NEW_YEARS_EVE
    )

    assert recompute_clocks(now=NEW_YEARS_EVE + timedelta(hours=1)) >= 1

    clock.refresh_from_db()
    fresh = Deadline.objects.running().get(issue=issue, kind=DeadlineKind.RESOLVE)
    assert clock.void_at is not None
    assert fresh.replaces == clock
    assert fresh.due_at > clock.due_at
    assert not fresh.provisional
    assert broken_chains() == []
    assert recompute_clocks(now=NEW_YEARS_EVE + timedelta(hours=2)) == 0
