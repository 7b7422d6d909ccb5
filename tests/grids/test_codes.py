"""One code, however it is typed: in forms, in addresses, and in the tables themselves."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client

from grids.codes import plain_code, plain_name, shown
from grids.models import Body, Category, Venue
from tests.world import World

TYPED = [
    "ZJD-1",
    "zjd-1",
    " Zjd-1 ",
    "ＺＪＤ－１",
    "ｚｊｄ‐1",
    "ZJD – 1",
    "ZJD\u200b-1",
    "\ufeffZJD-1\u00a0",
    "Z\u00adJD\u2060-1",
    "\u202eZJD-1\u202c",
    "ZJD\u2212\u30001",
    "ZJD-1\ufe0f\u3164",
]


@pytest.mark.parametrize("typed", TYPED)
def test_a_code_is_the_same_without_case_width_blanks_and_what_shows_nothing(typed: str) -> None:
    assert plain_code(typed) == "ZJD-1"


def test_names_are_compared_without_them_too() -> None:
    assert plain_name("机械厂 家属院") == plain_name("机械厂\u200b家属院\u3000")
    assert plain_name("１号楼A座") == plain_name("1 号楼 a座")
    assert plain_name("阿卜杜·热合曼") == plain_name("阿卜杜热合曼")
    assert plain_name("1号楼") != plain_name("11号楼")


@pytest.mark.parametrize(
    "nothing", ["\u0301", " \u3164 ", "\u2800\ufe0f", "\U0001d159", "\u200b\n"]
)
def test_a_cell_that_shows_nothing_is_empty(nothing: str) -> None:
    assert shown(nothing) == ""


def test_a_rare_name_keeps_its_private_letters() -> None:
    assert shown("\u2028张\ue863\u200e ") == "张\ue863"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", TYPED)
def test_the_database_finds_a_body_by_its_code_however_it_is_typed(
    world: World, typed: str
) -> None:
    assert Body.objects.get(code=typed) == world.grid
    assert Body.objects.get(code__in=[typed, "nowhere"]) == world.grid


@pytest.mark.django_db
@pytest.mark.parametrize("typed", [" {} ", "\uff0d{}", "{}\u200b"])
def test_addresses_take_codes_as_they_are_typed(world: World, client: Client, typed: str) -> None:
    code = world.venue.code.lower()
    assert client.get(f"/venues/{typed.format(code).strip('－ ')}/").status_code == 200
    assert client.get(f"/v/ {code}\u200b/").status_code == 302
    wide = world.grid.code.lower().replace("-", "－")
    assert client.get(f"/issues/?grid={wide}").context["form"].cleaned_data["grid"] == "ZJD-1"
    assert client.get("/issues/?community=lhs\u200b").status_code == 200
    place = client.get(f"/issues/?community= {world.far_community.code.lower()}").context["place"]
    assert place.community == world.far_community


@pytest.mark.django_db
def test_forms_of_the_administration_store_the_one_form(world: World) -> None:
    body = Body(kind="grid", name="第九网格", code=" zjd–９ ", parent=world.community)
    body.full_clean()
    body.save()
    assert Body.objects.values_list("code", flat=True).get(pk=body.pk) == "ZJD-9"
    assert body.code == "ZJD-9"
    again = Body(kind="grid", name="再来", code="ZJD-９", parent=world.community)
    with pytest.raises(Exception, match="code"):
        again.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["zjd-1", "ZJD -1", "ＺＪＤ-1", "ZJD-1\u200b", "凤凰台"])
def test_the_table_itself_holds_no_other_form(world: World, code: str) -> None:
    for table, pk in (("grids_body", world.grid.pk), ("grids_venue", world.venue.pk)):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET code = %s WHERE id = %s", [code[:8], pk])


@pytest.mark.django_db
def test_a_category_is_not_laid_twice_in_another_case(world: World) -> None:
    known = Category.objects.first()
    assert known is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Category.objects.create(code=known.code.upper(), name_zh="又来", name_en="again")


@pytest.mark.django_db
def test_codes_from_before_get_their_one_form_and_none_is_lost(world: World) -> None:
    """As the migration finds them in a town that has been running."""
    migration = importlib.import_module("grids.migrations.0007_plain_codes")
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE grids_body DROP CONSTRAINT body_code_plain")
        cursor.execute("ALTER TABLE grids_venue DROP CONSTRAINT venue_code_plain")
        for pk, code in ((world.other_grid.pk, "zjd-1"), (world.railway.pk, "铁路公司")):
            cursor.execute("UPDATE grids_body SET code = %s WHERE id = %s", [code, pk])
        cursor.execute(
            "UPDATE grids_venue SET code = %s WHERE id = %s", ["ｚ1", world.other_venue.pk]
        )
    migration.make_plain(apps, None)
    assert Body.objects.get(code="ZJD-1") == world.grid
    assert Body.objects.get(pk=world.other_grid.pk).code == "ZJD-1-2"
    assert Body.objects.get(pk=world.railway.pk).code == f"X{world.railway.pk}"
    assert Venue.objects.get(pk=world.other_venue.pk).code == "Z1"
