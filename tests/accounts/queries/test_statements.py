"""What the database keeps answers as what is sent anew, on each connection by itself."""

from typing import Any

import pytest
from django.db import DataError, InternalError, connection, transaction
from django.db.models import CharField, DateTimeField, F, QuerySet, Value
from django.db.models.functions import Concat
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from accounts.models import User
from accounts.queries.prepared import Given, PreparedQuery, given_key, given_keys
from acting.queries.among import among
from acting.queries.together import PreparedTogether
from tests.accounts.factories import make_user

ODD = "50 % of 'it' \\ $1 %s 号"


def kept() -> dict[str, int]:
    """How often each statement that this connection keeps went by a plan for any value."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans FROM pg_prepared_statements")
        return dict(cursor.fetchall())


def odd_names() -> QuerySet[User, Any]:
    """Constants with all that could be taken for a place, beside one value that is given twice."""
    rows = User.objects.filter(pk=given_key("person"), pk__gte=given_key("person"))
    told = Concat(Value(ODD), F("name"), output_field=CharField())
    return rows.exclude(name__contains="%").annotate(told=told)


@pytest.mark.django_db
class TestKept:
    def test_constants_stay_and_only_what_is_given_is_open(self) -> None:
        person, other = make_user(name="王晓燕"), make_user()
        asked = PreparedQuery(odd_names)

        assert [one.told for one in asked(person=person.pk)] == [f"{ODD}王晓燕"]
        assert [one.pk for one in asked(person=other.pk)] == [other.pk]
        assert asked(person=0) == []

    def test_it_is_kept_once_and_planned_once(self) -> None:
        person = make_user()
        asked = PreparedQuery(lambda: User.objects.filter(pk=given_key("person")))
        before = kept()
        for _time in range(8):
            assert asked(person=person.pk) == [person]

        ((_sql, planned),) = [one for one in kept().items() if one[0] not in before]
        assert planned == 8

    def test_what_differs_with_the_reader_is_not_kept(self) -> None:
        person = make_user()
        before = kept()
        asked = PreparedQuery(lambda: User.objects.filter(pk=given_key("person")), of_reader=True)

        assert asked(person=person.pk) == [person]
        assert kept().keys() == before.keys()

    def test_it_outlives_what_is_rolled_back(self) -> None:
        person = make_user()
        asked = PreparedQuery(lambda: User.objects.filter(among("pk", given_keys("people"))))
        with transaction.atomic():
            asked(people=[person.pk])
            transaction.set_rollback(True)

        assert asked(people=[person.pk, 0]) == [person]
        assert asked(people=[]) == []

    def test_nothing_and_a_moment_are_told_as_they_are(self) -> None:
        person = make_user()
        since = Given("since", DateTimeField())
        asked = PreparedQuery(lambda: User.objects.filter(joined_at__lt=since).order_by("pk"))

        assert person in asked(since=timezone.now())
        assert asked(since=None) == []

    def test_in_a_broken_transaction_nothing_is_asked(self) -> None:
        asked = PreparedQuery(lambda: User.objects.filter(pk=given_key("person")))
        with transaction.atomic():
            transaction.set_rollback(True)
            with pytest.raises(TransactionManagementError):
                asked(person=1)
        assert asked(person=0) == []

    def test_questions_that_are_asked_together_are_kept_as_one(self) -> None:
        person = make_user()
        before = kept()
        asked = PreparedTogether(
            lambda: [
                User.objects.filter(pk=given_key("person")).values_list("name"),
                User.objects.filter(pk__gt=given_key("person")).values_list("name"),
            ]
        )
        for _time in range(2):
            assert asked(person=person.pk) == [[(person.name,)], []]

        assert len(kept().keys() - before.keys()) == 1


@pytest.mark.usefixtures("world_database")
class TestConnections:
    def test_a_new_connection_is_told_anew(self) -> None:
        person = make_user()
        asked = PreparedQuery(lambda: User.objects.filter(pk=given_key("person")))
        assert asked(person=person.pk) == [person]
        connection.close()

        assert asked(person=person.pk) == [person]
        assert any("accounts_user" in sql for sql in kept())

    def test_a_table_that_changed_is_looked_at_again(self) -> None:
        """A migration adds a column while processes of the old version go on."""
        person = make_user()
        asked = PreparedQuery(lambda: User.objects.filter(pk=given_key("person")))
        for _time in range(7):
            asked(person=person.pk)
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE accounts_user ADD COLUMN later text DEFAULT ''")
        try:
            assert asked(person=person.pk) == [person]
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ALTER TABLE accounts_user DROP COLUMN later")
        assert asked(person=person.pk) == [person]


@pytest.mark.django_db
def test_what_the_database_refuses_is_not_taken_for_kept() -> None:
    asked = PreparedQuery(lambda: User.objects.filter(pk__lte=given_key("person")))
    with transaction.atomic():
        with pytest.raises(DataError), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")
        with pytest.raises(InternalError):
            asked(person=0)
        transaction.set_rollback(True)

    assert asked(person=0) == []
