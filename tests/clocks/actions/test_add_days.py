from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from clocks.actions.add_days import add_days
from clocks.models import CalendarDay, CalendarRevision
from clocks.yearly_notice import NewDay, NoticeError
from tests.clocks.factories import moment
from tests.world import person

pytestmark = pytest.mark.django_db
NOW = moment("2026-11-20 16:30")
HOLIDAY = NewDay(date(2027, 2, 5), False, "春节", "Spring Festival")


def test_the_revision_says_who_when_and_why() -> None:
    actor = person("Li")
    revision = add_days([HOLIDAY], note="国办发明电〔2026〕", year=2027, actor=actor, now=NOW)
    revision.refresh_from_db()
    assert (revision.made_by, revision.created_at, revision.year) == (actor, NOW, 2027)
    day = revision.days.get()
    assert (day.day, day.working, day.name_zh) == (date(2027, 2, 5), False, "春节")


def test_nothing_is_written_of_a_list_that_contradicts_itself() -> None:
    with pytest.raises(NoticeError):
        add_days([HOLIDAY, HOLIDAY], note="test", actor=None, now=NOW)
    assert not CalendarRevision.objects.exists()
    assert not CalendarDay.objects.exists()


def test_the_database_refuses_a_day_twice_in_a_revision_and_years_that_are_none() -> None:
    revision = add_days([HOLIDAY], note="test", actor=None, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarDay.objects.create(revision=revision, day=HOLIDAY.day, working=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarRevision.objects.create(created_at=NOW, year=27, note="test")


def test_revisions_are_made_one_at_a_time_while_readers_go_on() -> None:
    """Else a lower number could be committed after a higher one and stay out of the caches."""
    add_days([HOLIDAY], note="held until this test's transaction ends", actor=None, now=NOW)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM clocks_calendarrevision")
            assert cursor.fetchone() == (0,)
        with pytest.raises(OperationalError), transaction_on(other) as cursor:
            cursor.execute("LOCK TABLE clocks_calendarrevision IN ROW EXCLUSIVE MODE NOWAIT")
    finally:
        other.close()


@contextmanager
def transaction_on(other: BaseDatabaseWrapper) -> Iterator[CursorWrapper]:
    """A transaction on a second connection, undone at its end."""
    other.set_autocommit(autocommit=False)
    try:
        with other.cursor() as cursor:
            yield cursor
    finally:
        other.rollback()
