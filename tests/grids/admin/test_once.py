"""The administration's forms sent twice: one row, one entry, the same answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from grids.models import Estate
from ledger.models import Entry
from tests.world import World

ADD = reverse("admin:grids_estate_add")


@pytest.fixture
def office(world: World, client: Client) -> Client:
    client.force_login(world.administrator)
    return client


def form_of(office: Client, path: str, **fields: Any) -> dict[str, Any]:
    """What the drawn form would send: its own key with the fields."""
    page = office.get(path).content.decode()
    start = page.rindex('name="submission" value="') + len('name="submission" value="')
    return {"submission": page[start : start + 36], **fields}


def test_a_doubled_add_makes_one_row(world: World, office: Client) -> None:
    data = form_of(office, ADD, name="向阳里", community=world.community.pk)
    first, second = office.post(ADD, data), office.post(ADD, data)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"] == reverse("admin:grids_estate_changelist")
    assert Estate.objects.filter(name="向阳里").count() == 1


def test_a_form_with_a_mistake_keeps_its_key_for_the_next_try(world: World, office: Client) -> None:
    data = form_of(office, ADD, name="", community=world.community.pk)
    answer = office.post(ADD, data)
    assert answer.status_code == 200
    assert data["submission"] in answer.content.decode()
    assert office.post(ADD, data | {"name": "向阳里"}).status_code == 302
    assert Estate.objects.filter(name="向阳里").exists()


def test_a_doubled_delete_is_answered_as_the_first(world: World, office: Client) -> None:
    empty = Estate.objects.create(community=world.community, name="空院")
    path = reverse("admin:grids_estate_delete", args=[empty.pk])
    data = form_of(office, path, post="yes")
    entries = Entry.objects.count()
    first, second = office.post(path, data), office.post(path, data)
    assert (first.status_code, second["Location"]) == (302, first["Location"])
    assert not Estate.objects.filter(pk=empty.pk).exists()
    assert Entry.objects.count() - entries <= 1


def test_every_list_and_form_of_the_administration_draws_a_key(office: Client) -> None:
    for name in ("body", "building", "venue", "posting", "competence"):
        for page in ("changelist", "add"):
            path = reverse(f"admin:grids_{name}_{page}")
            assert office.get(path).content.decode().count('name="submission"') == 1, path
