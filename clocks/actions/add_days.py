"""Add days to the calendar that differ from the plain week."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from accounts.models import User
from accounts.security_log import Kind, note_once_done
from accounts.words import as_stored
from acting.actions.write_rows import insert_rows
from clocks.models import CalendarDay, CalendarRevision
from clocks.rules import check_days
from clocks.yearly_notice import NewDay


def add_days(
    days: Sequence[NewDay],
    *,
    note: str,
    year: int | None = None,
    actor: User | None,
    now: datetime,
) -> CalendarRevision:
    """Make a revision of the calendar with `days`; `year` says that they are its whole notice.

    Running deadlines keep their times until they are recomputed. Raises NoticeError with all
    that is wrong, and then writes nothing.
    """
    check_days(days, year=year)
    with transaction.atomic():
        # One writer at a time: readers take the revision with the highest number as the newest
        # state, so a lower number must never be committed after a higher one.
        with connection.cursor() as cursor:
            cursor.execute(
                f"LOCK TABLE {CalendarRevision._meta.db_table} IN SHARE ROW EXCLUSIVE MODE"
            )
        revision = CalendarRevision.objects.create(
            created_at=now, made_by=actor, year=year, note=as_stored(note)
        )
        insert_rows(
            [
                CalendarDay(
                    revision=revision,
                    day=new.day,
                    working=new.working,
                    name_zh=new.name_zh,
                    name_en=new.name_en,
                )
                for new in days
            ]
        )
        note_once_done(Kind.ADMINISTERED, person=actor.pk if actor else None, act="days_added")
    return revision
