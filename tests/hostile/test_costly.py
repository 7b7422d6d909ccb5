"""Questions that cost as much as whoever asks them likes."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from acting.admin.once import OnceAdmin
from tests.harness.signing_in import signed_in
from tests.world import World

BACKTRACKS = "(.*a){25}$"


@pytest.mark.parametrize("asked", ["name__regex", "name__iregex", "parent__name__iregex"])
def test_the_database_runs_no_pattern_of_a_stranger(world: World, asked: str) -> None:
    office = signed_in(world.administrator)
    path = reverse("admin:grids_body_changelist")
    with CaptureQueriesContext(connection) as caught:
        answer = office.get(path, {asked: BACKTRACKS})
    assert answer.status_code == 400
    assert not any(BACKTRACKS in row["sql"] for row in caught)
    assert office.get(path, {"kind__exact": "grid"}).status_code == 200


def test_every_list_of_the_administration_is_held_to_it() -> None:
    assert all(isinstance(one, OnceAdmin) for one in admin.site._registry.values())
