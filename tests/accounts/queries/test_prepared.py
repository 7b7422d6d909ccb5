"""A question that is compiled once answers as the same question asked anew."""

import gc
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from typing import Any
from weakref import ReferenceType, ref

import pytest
from django.db import connection
from django.db.models import (
    Case,
    DateTimeField,
    DecimalField,
    Exists,
    JSONField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import JSONObject
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import SentCode, SignInLink, User
from accounts.queries.prepared import Given, PreparedQuery, given_key, given_keys
from acting.queries.among import among
from tests.accounts.factories import make_user

NOW = timezone.now()


def make_links(person: User, *minutes: int) -> list[SignInLink]:
    return [
        SignInLink.objects.create(
            person=person,
            digest=f"{person.pk}-{minute}",
            made_at=NOW - timedelta(minutes=minute),
            good_until=NOW + timedelta(minutes=15),
        )
        for minute in minutes
    ]


def of_person() -> QuerySet[SignInLink, Any]:
    return (
        SignInLink.objects.filter(
            person=given_key("person"), made_at__gt=Given("since", DateTimeField())
        )
        .select_related("person")
        .order_by("-made_at")
    )


@pytest.mark.django_db
class TestPrepared:
    def test_each_asking_has_its_own_values(self) -> None:
        one, other = make_user(), make_user()
        old, new = make_links(one, 20, 5)
        (theirs,) = make_links(other, 1)
        asked = PreparedQuery(of_person)

        assert asked(person=one.pk, since=NOW - timedelta(hours=1)) == [new, old]
        assert asked(person=one.pk, since=NOW - timedelta(minutes=10)) == [new]
        assert asked(person=other.pk, since=NOW - timedelta(hours=1)) == [theirs]
        assert asked(person=0, since=NOW) == []

    def test_rows_joined_come_with_it_in_one_statement(self) -> None:
        person = make_user()
        make_links(person, 1)
        asked = PreparedQuery(of_person)

        with CaptureQueriesContext(
            connection,
        ) as statements:
            (found,) = asked(person=person.pk, since=NOW - timedelta(hours=1))
            assert found.person == person

        assert len(statements) == 1

    def test_it_is_built_once_however_often_it_is_asked(self) -> None:
        built = []

        def ask() -> QuerySet[User, Any]:
            built.append(1)
            return User.objects.filter(among("pk", given_keys("people"))).order_by("pk")

        asked, people = PreparedQuery(ask), [make_user(), make_user()]

        for keys in ([people[0].pk], [people[1].pk], [person.pk for person in people], []):
            assert [found.pk for found in asked(people=keys)] == keys
        assert built == [1]

    def test_rows_of_one_asking_are_not_those_of_the_next(self) -> None:
        """What an act changes on its row must not be seen by another that asks the same."""
        person = make_user()
        asked = PreparedQuery(lambda: User.objects.filter(pk=given_key("person")))

        (first,) = asked(person=person.pk)
        first.name = "改过"
        (second,) = asked(person=person.pk)

        assert second.name == person.name

    def test_columns_and_unions_come_as_they_do_from_any_question(self) -> None:
        person = make_user()
        SentCode.objects.create(number_digest="a", sent_at=NOW)
        made_at = Given("since", DateTimeField())
        asked = PreparedQuery(
            lambda: (
                User.objects.filter(pk=given_key("person"))
                .order_by()
                .values_list("pk")
                .union(SentCode.objects.filter(sent_at__gt=made_at).order_by().values_list("tries"))
            )
        )

        assert set(asked(person=person.pk, since=NOW - timedelta(1))) == {(person.pk,), (0,)}
        assert asked(person=person.pk, since=NOW) == [(person.pk,)]

    def test_what_nothing_can_answer_is_not_asked(self) -> None:
        with CaptureQueriesContext(connection) as statements:
            assert PreparedQuery(lambda: User.objects.filter(pk__in=()))() == []

        assert not statements.captured_queries

    def test_a_value_that_was_not_given_is_an_error(self) -> None:
        with pytest.raises(KeyError):
            PreparedQuery(of_person)(person=1)


@pytest.mark.django_db
def test_each_thread_asks_on_its_own_connection() -> None:
    asked = PreparedQuery(lambda: User.objects.filter(pk=given_key("person")))
    asked(person=0)

    def ask() -> None:
        try:
            asked(person=0)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, CaptureQueriesContext(connection) as here:
        pool.submit(ask).result(20)

    assert len(here) == 0


@pytest.mark.django_db
def test_what_it_was_put_together_from_is_let_go_and_values_are_read_as_before() -> None:
    """Kept, it took half a megabyte for each reader of a desk."""
    person = make_user()
    make_links(person, 7, 3)

    def links() -> tuple[QuerySet[User, Any], list[ReferenceType[Any]]]:
        mine = SignInLink.objects.filter(person=OuterRef("pk")).order_by("-made_at")
        told = JSONObject(digest="digest", at="made_at")
        parts = [Exists(mine), Subquery(mine.values("made_at")[:1])]
        rows = User.objects.filter(parts[0], pk=given_key("person")).annotate(
            newest=parts[1],
            told=Subquery(mine.values(told=told)[:1], output_field=JSONField()),
            late=Case(When(parts[0], then=Value(Decimal("1.50"))), output_field=DecimalField()),
        )
        return rows, [ref(mine.query), *map(ref, parts)]

    rows, parts = links()
    (plain,) = User.objects.filter(pk=person.pk)
    kept = [rows]
    asked = PreparedQuery(kept.pop)
    del rows
    for _time in range(2):
        (found,) = asked(person=person.pk)
        assert found == plain
        assert found.newest == NOW - timedelta(minutes=3)
        assert found.told["digest"] == f"{person.pk}-3"
        assert found.late == Decimal("1.50")
    gc.collect()
    assert [part() for part in parts] == [None, None, None]
