import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from notifications.models import Notice
from notifications.queries.unread import MOST, unread_count
from tests.notifications.factories import notice, person

pytestmark = pytest.mark.django_db


def test_only_my_own_unread_notices_count() -> None:
    chen = person()
    notice(chen, key="one")
    notice(chen, key="read", read_at=timezone.now())
    notice(person(), key="hers")
    with CaptureQueriesContext(connection) as queries:
        assert unread_count(chen) == 1
    assert len(queries) == 1


def test_counting_stops_at_a_hundred() -> None:
    chen = person()
    Notice.objects.bulk_create(
        Notice(recipient=chen, kind="test.received", dedupe_key=f"{n}") for n in range(MOST + 20)
    )
    assert unread_count(chen) == MOST


def test_the_count_reads_the_partial_index_only() -> None:
    chen = person()
    now = timezone.now()
    Notice.objects.bulk_create(
        Notice(recipient=chen, kind="test.received", dedupe_key=f"{n}", read_at=now)
        for n in range(3000)
    )
    notice(chen, key="unread")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE notifications_notice")
    unread = Notice.objects.filter(recipient=chen, read_at__isnull=True)[:MOST]
    assert "notice_unread_of_person" in unread.explain()
