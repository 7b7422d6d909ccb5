import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from clocks.actions.delete_schedule import delete_schedule
from clocks.actions.save_schedule import save_schedule
from clocks.hours import HoursError
from clocks.models import Schedule
from tests.clocks.factories import moment
from tests.world import build_world

pytestmark = pytest.mark.django_db
NOW = moment("2026-11-20 16:30")


def test_periods_are_kept_written_the_plain_way() -> None:
    schedule = save_schedule(None, name="Early", periods="8：00－16：00", actor=None, now=NOW)
    schedule.refresh_from_db()
    assert schedule.periods == "08:00-16:00"


def test_periods_that_are_none_are_refused() -> None:
    with pytest.raises(HoursError):
        save_schedule(None, name="Never", periods="16:00-08:00", actor=None, now=NOW)
    assert not Schedule.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Schedule.objects.create(name="Never", periods="whenever")


def test_hours_that_nobody_uses_can_go_and_others_stay() -> None:
    unused = save_schedule(None, name="Unused", periods="08:00-16:00", actor=None, now=NOW)
    used = save_schedule(None, name="Used", periods="09:00-17:00", actor=None, now=NOW)
    body = build_world().community
    body.schedule = used
    body.save(update_fields=["schedule"])
    delete_schedule(unused, actor=None, now=NOW)
    with pytest.raises(ProtectedError):
        delete_schedule(used, actor=None, now=NOW)
    assert list(Schedule.objects.all()) == [used]
