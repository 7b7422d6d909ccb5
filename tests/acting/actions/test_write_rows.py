"""Rows written by arrays are the rows that Django's own bulk methods would have written."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import DataError, IntegrityError, connection, models, transaction
from django.test.utils import CaptureQueriesContext

from acting.actions.write_rows import (
    delete_unreferenced,
    insert_new_rows,
    insert_rows,
    insert_together,
    update_rows,
    update_together,
)

NOON = datetime(2026, 11, 16, 12, 0, 0, 123456, tzinfo=UTC)


class Colour(models.TextChoices):
    RED = "red"
    BLUE = "blue"


class Thing(models.Model):
    """A column of every kind. Its table is made for each test and rolled back with it."""

    code = models.CharField(max_length=20, unique=True, null=True)  # noqa: DJ001  (a NULL among words)
    text = models.TextField(default="as usual")
    # A name that our own statements must not take for another.
    place = models.CharField(max_length=9, default="here")
    colour = models.CharField(max_length=4, choices=Colour.choices, default=Colour.RED)
    small = models.PositiveSmallIntegerField(default=7)
    large = models.BigIntegerField(null=True)
    money = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    truth = models.BooleanField(null=True)
    moment = models.DateTimeField(null=True)
    day = models.DateField(null=True)
    mark = models.UUIDField(default=uuid.uuid4)
    told = models.JSONField(default=dict, null=True)
    raw = models.BinaryField(default=b"")
    marks = ArrayField(models.UUIDField(), default=list, null=True)
    above = models.ForeignKey("self", null=True, on_delete=models.PROTECT)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[models.Manager[Thing]] = models.Manager()

    class Meta:
        app_label = "written"
        constraints = [
            models.CheckConstraint(name="thing_small", condition=models.Q(small__lt=100)),
        ]


class Part(models.Model):
    thing = models.ForeignKey(Thing, null=True, on_delete=models.PROTECT)
    text = models.TextField()

    objects: ClassVar[models.Manager[Part]] = models.Manager()

    class Meta:
        app_label = "written"


class Named(models.Model):
    """Its key is not the database's to give."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    text = models.TextField()
    thing = models.ForeignKey(Thing, null=True, on_delete=models.PROTECT)

    objects: ClassVar[models.Manager[Named]] = models.Manager()

    class Meta:
        app_label = "written"


@pytest.fixture(autouse=True)
def _tables(db: None) -> None:
    with connection.schema_editor(atomic=False) as editor:
        editor.create_model(Thing)
        editor.create_model(Part)
        editor.create_model(Named)
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


VALUES: list[dict[str, Any]] = [
    {},
    {"code": None, "large": None, "money": None, "truth": None, "moment": None, "told": None},
    {"text": "", "colour": Colour.BLUE, "small": 0, "large": -(2**62), "truth": False},
    {"text": "NULL", "large": 2**62, "money": Decimal("-0.50"), "truth": True},
    {"text": 'a "quoted", {braced} \\ back\nnew\tline %s 100% 的，　全角 😀', "code": "it's"},
    {"moment": NOON, "day": date(2026, 2, 28), "mark": uuid.UUID(int=5)},
    {"moment": datetime(1999, 1, 1, tzinfo=UTC), "money": Decimal("123456.78")},
    {"told": {"a": [1, None, 'q"\\', {"深": True}]}, "raw": bytes(range(256))},
    {"told": [], "raw": b""},
    {"told": "only words", "small": 99},
    {"told": 5, "raw": b"\\x00{},"},
    {"told": False},
    {"marks": [uuid.UUID(int=1), uuid.UUID(int=2)]},
    {"marks": None},
    {"marks": [uuid.UUID(int=3)]},
]


def things(count: int, **values: Any) -> list[Thing]:
    return [Thing(code=f"t{number}", **values) for number in range(count)]


def stored() -> list[tuple[Any, ...]]:
    """All but the keys and what is different for every row."""
    names = [field.attname for field in Thing._meta.concrete_fields]
    kept = [name for name in names if name not in {"id", "mark", "made_at", "changed_at"}]
    rows = Thing.objects.order_by("pk").values_list(*kept)
    return [tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in rows]


def asked(work: Any) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        work()
    return [query["sql"] for query in queries.captured_queries]


@pytest.mark.parametrize("chosen", [VALUES, *([value] for value in VALUES)])
def test_every_kind_of_value_is_inserted_as_django_inserts_it(chosen: list[dict[str, Any]]) -> None:
    Thing.objects.bulk_create([Thing(**values) for values in chosen])
    expected = stored()
    Thing.objects.all().delete()
    insert_rows([Thing(**values) for values in chosen])
    assert stored() == expected


@pytest.mark.parametrize("chosen", [VALUES, *([value] for value in VALUES)])
def test_every_kind_of_value_is_changed_as_django_changes_it(chosen: list[dict[str, Any]]) -> None:
    fields = [*set().union(*chosen)] or ["text"]
    insert_rows(things(len(chosen), text="before"))
    found = []
    for write in (Thing.objects.bulk_update, update_rows):
        undone = transaction.savepoint()
        rows = list(Thing.objects.order_by("pk"))
        for row, values in zip(rows, chosen, strict=True):
            for name, value in values.items():
                setattr(row, name, value)
        write(rows, fields)
        found.append(stored())
        transaction.savepoint_rollback(undone)
    assert found[0] == found[1]


def test_each_row_has_its_own_key_afterwards_and_is_no_longer_new() -> None:
    rows = things(50)
    insert_rows(rows)
    assert {row.pk: row.code for row in rows} == dict(Thing.objects.values_list("pk", "code"))
    assert [row.pk for row in rows] == sorted(row.pk for row in rows)
    rows[3].text = "saved again"
    rows[3].save()
    assert Thing.objects.count() == 50


def test_rows_whose_keys_nobody_asks_for_get_them_in_the_database_in_the_same_order() -> None:
    rows = things(50)
    insert_rows(rows, keys=False)
    assert {row.pk for row in rows} == {None}
    codes = Thing.objects.order_by("pk").values_list("code", flat=True)
    assert list(codes) == [row.code for row in rows]
    with pytest.raises(ValueError, match="has its key"):
        insert_rows(list(Thing.objects.all()), keys=False)


def test_a_key_that_is_not_the_databases_to_give_is_kept() -> None:
    rows = [Named(text="a"), Named(text="b")]
    keys = [row.pk for row in rows]
    insert_rows(rows)
    assert [row.pk for row in rows] == keys
    assert dict(Named.objects.values_list("pk", "text")) == dict(zip(keys, "ab", strict=True))


def test_rows_of_several_models_are_written_in_one_statement_and_have_their_own_keys() -> None:
    rows, named = things(3), [Named(text="a"), Named(text="b")]
    keys = [row.pk for row in named]
    assert len(asked(lambda: insert_together([rows[0], named[0], *rows[1:], named[1]]))) == 1
    assert {row.pk: row.code for row in rows} == dict(Thing.objects.values_list("pk", "code"))
    assert dict(Named.objects.values_list("pk", "text")) == dict(zip(keys, "ab", strict=True))
    rows[1].text, named[0].text = "new", "c"
    changes = (rows, ["text"]), (named, ["text"])
    assert len(asked(lambda: update_together(*changes))) == 1
    assert Thing.objects.get(text="new") == rows[1]
    assert dict(Named.objects.values_list("pk", "text")) == dict(zip(keys, "cb", strict=True))


def test_rows_that_refer_to_others_are_written_with_them_in_one_statement() -> None:
    there = Thing.objects.create(code="there")
    rows = things(3)
    rows[2].above = rows[0]
    rows[1].above = there
    points = [(rows[1], "b"), (there, "there"), (None, "none"), (rows[0], "a")]
    parts = [Part(thing=thing, text=text) for thing, text in points]
    assert len(asked(lambda: insert_together([*parts, *rows]))) == 1
    found = dict(Part.objects.values_list("text", "thing__code"))
    assert found == {"b": "t1", "there": "there", "none": None, "a": "t0"}
    above = dict(Thing.objects.values_list("code", "above__code"))
    assert above == {"there": None, "t0": None, "t1": "there", "t2": "t0"}
    assert [vars(part)["thing_id"] for part in parts] == [rows[1].pk, there.pk, None, rows[0].pk]
    assert parts[0].thing is rows[1]


def test_what_has_a_key_of_its_own_making_waits_for_what_it_refers_to() -> None:
    (thing,) = things(1)
    named = Named(text="a", thing=thing)
    assert len(asked(lambda: insert_together([named, thing]))) == 2
    assert Named.objects.get().thing == thing


def test_a_row_that_is_refused_points_to_no_number_afterwards() -> None:
    (thing,) = things(1, small=100)
    part = Part(thing=thing, text="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_together([thing, part])
    assert (vars(part)["thing_id"], part.thing) == (None, thing)


def test_nothing_to_write_asks_nothing() -> None:
    def nothing() -> None:
        insert_rows([])
        insert_new_rows([])
        insert_together([])
        update_rows([], ["text"])
        update_together(([], ["text"]))

    assert asked(nothing) == []


def test_one_statement_however_many_values() -> None:
    rows = things(5000)
    assert len(asked(lambda: insert_rows(rows))) == 1
    assert len(rows) * len(Thing._meta.concrete_fields) > 65_535
    for row in rows:
        row.text = f"now {row.code}"
    fields = [field.name for field in Thing._meta.concrete_fields if not field.primary_key]
    assert len(asked(lambda: update_rows(rows, fields))) == 1
    assert set(Thing.objects.values_list("text", flat=True)) == {f"now t{n}" for n in range(5000)}


def test_a_row_that_is_there_already_is_refused_and_none_is_written() -> None:
    insert_rows(things(1))
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows([Thing(code="new"), Thing(code="t0")])
    assert Thing.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"small": 100}, IntegrityError),
        ({"text": None}, IntegrityError),
        ({"code": "x" * 21}, DataError),
        ({"small": 40_000}, DataError),
        ({"above_id": 10_000}, IntegrityError),
    ],
)
def test_what_the_database_refuses_is_said_in_its_own_kind_of_error(
    values: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error), transaction.atomic():
        insert_rows([Thing(**values)])
    row = Thing.objects.create()
    for name, value in values.items():
        setattr(row, name, value)
    with pytest.raises(error), transaction.atomic():
        update_rows([row], [name.removesuffix("_id") for name in values])


def test_what_is_there_already_may_be_left_as_it_is() -> None:
    insert_rows(things(2, text="first"))
    insert_new_rows(things(4, text="second"))
    assert list(Thing.objects.order_by("code").values_list("text", flat=True)) == [
        "first", "first", "second", "second",
    ]  # fmt: skip


def test_moments_of_writing_are_those_of_writing() -> None:
    row = Thing(code="a")
    insert_rows([row])
    before = Thing.objects.get()
    assert before.made_at == row.made_at
    assert before.changed_at == row.changed_at
    before.text = "changed"
    update_rows([before], ["text", "changed_at"])
    after = Thing.objects.get()
    assert after.changed_at > before.made_at
    assert after.made_at == row.made_at


def test_a_row_finds_the_key_that_what_it_points_to_got_since() -> None:
    above = Thing(code="above")
    below = Thing(code="below", above=above)
    with pytest.raises(ValueError, match="above"):
        insert_rows([below])
    insert_rows([above])
    insert_rows([below])
    assert Thing.objects.get(code="below").above == above
    later = Thing(code="later")
    below.above = later
    with pytest.raises(ValueError, match="above"):
        update_rows([below], ["above"])
    insert_rows([later])
    update_rows([below], ["above"])
    assert Thing.objects.get(code="below").above == later


def test_only_the_named_fields_are_changed() -> None:
    rows = things(2, text="kept")
    insert_rows(rows)
    for row in rows:
        row.text, row.large = "not written", 5
    update_rows(rows[:1], ["large"])
    assert list(Thing.objects.order_by("pk").values_list("text", "large")) == [
        ("kept", 5), ("kept", None),
    ]  # fmt: skip


def test_a_row_with_its_key_is_not_inserted_and_one_without_not_updated() -> None:
    row = Thing(code="a")
    with pytest.raises(ValueError, match="key"):
        update_rows([row], ["text"])
    insert_rows([row])
    with pytest.raises(ValueError, match="key"):
        insert_rows([row])
    with pytest.raises(ValueError, match="two"):
        update_rows([row, Thing(pk=row.pk)], ["text"])


def test_what_another_row_refers_to_is_not_deleted_and_all_else_by_one_statement() -> None:
    kinds = [ContentType.objects.create(app_label="written", model=name) for name in "abc"]
    Permission.objects.create(content_type=kinds[1], codename="b", name="b")
    with CaptureQueriesContext(connection) as asked:
        assert delete_unreferenced(ContentType, [kind.pk for kind in kinds]) == 2
    assert len(asked) == 1
    assert list(ContentType.objects.filter(app_label="written")) == [kinds[1]]
    assert delete_unreferenced(ContentType, []) == 0
