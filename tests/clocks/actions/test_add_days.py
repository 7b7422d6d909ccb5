from datetime import date

import pytest
from django.db import IntegrityError, transaction

from clocks.actions.add_days import add_days
from clocks.models import CalendarDay, CalendarRevision
from clocks.notice import NewDay, NoticeError
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
