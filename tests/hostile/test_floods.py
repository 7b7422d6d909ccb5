"""Ten megabytes of text at every form: a page with a sentence, and nothing written."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from issues.models import Addition, Draft, Issue
from tests.harness.signing_in import signed_in
from tests.world import World

FLOOD = "水" * (10 * 1024 * 1024 // 3)
FORMS = ["/raise/", "/raise/similar/", "/sign-in/", "/preferences/", "/grid/", "/notices/read/"]


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("encoding", ["multipart", "urlencoded"])
def test_a_flood_of_text_is_refused_in_a_sentence(world: World, path: str, encoding: str) -> None:
    client = signed_in(world.resident, enforce_csrf_checks=True)
    page = client.get("/raise/").content.decode()
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    sent = {"csrfmiddlewaretoken": token, "text": FLOOD}
    answer = (
        client.post(path, sent)
        if encoding == "multipart"
        else client.post(path, f"text={FLOOD}", content_type="application/x-www-form-urlencoded")
    )
    assert answer.status_code == 413
    with translation.override("zh-hans"):
        assert gettext("That was too much at once") in answer.content.decode()
    assert not Issue.objects.exists()
    assert not Addition.objects.exists()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("name", ["text", "title", "place_note", "submission", "kept", "venue"])
def test_what_is_long_but_arrives_is_answered_at_its_field(world: World, name: str) -> None:
    """Under the limit of a form, over that of the field: the rest stays typed."""
    sent = {"text": "楼道灯不亮", "building": world.building.pk, name: "水" * 100_000}
    answer = Client().post("/raise/", sent)
    assert answer.status_code in {422, 302}
    assert not Issue.objects.exists()
    if name != "text" and answer.status_code == 422:
        assert "楼道灯不亮" in answer.content.decode()
    if name not in {"kept", "submission"}:
        assert answer.status_code == 422


def test_a_thousand_fields_and_a_hundred_files_are_refused_in_a_sentence(world: World) -> None:
    client = signed_in(world.resident)
    fields = {f"field{number}": "x" for number in range(1_100)}
    assert client.post("/raise/", fields).status_code in {400, 413}
    assert not Issue.objects.exists()
