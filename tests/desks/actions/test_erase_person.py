"""A person is forgotten everywhere, and what was done still adds up."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from accounts.models import User
from acting.refusals import Refused
from desks.actions.erase_person import erase_person
from grids.enums import Role
from grids.models import Posting, Residence
from issues.actions.add import add
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.models import Draft, Issue, Photo, Support, Upload
from issues.queries.chain_soundness import broken_chains
from ledger.actions.seal import seal
from ledger.models import Text
from ledger.queries.verify import verify
from notifications.models import Notice
from tests.issues.staging import MONDAY, busy, key, published, raised, settled
from tests.ledger.test_verifiers import downloaded, standalone_verify
from tests.world import World, post

HOURS = MONDAY + timedelta(hours=2)
# What only the resident said of themselves.
OWN = ("张桂兰", "2单元402", "13911112222", "我婆婆", "桂兰小卖部", "我自己补充的话")


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def everything_kept() -> str:
    """Each text of each table, as one string to look for words in."""
    found: list[str] = []
    for model in apps.get_models():
        names = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
        ]
        rows = model._default_manager.values_list(*names) if names else []
        found += [str(value) for row in rows for value in row]
    return "\n".join(found)


def picture(user: User) -> Upload:
    files = {size: ContentFile(b"webp", f"{size}.webp") for size in ("large", "medium", "small")}
    return Upload.objects.create(
        user=user, width=8, height=6, size=12, sha256="0" * 64, uploaded_at=MONDAY, **files
    )


def test_nothing_of_a_person_is_left_in_any_table(
    world: World,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    tmp_path: Path,
) -> None:
    person, phone = world.resident, world.resident.phone or ""
    issue = raised(
        world,
        shop_name="桂兰小卖部",
        contact_name="张桂兰",
        contact_phone="+8613911112222",
        photos=[picture(person)],
    )
    add(issue, actor=person, now=HOURS, text="我自己补充的话", photos=[picture(person)])
    picture(person)
    Draft.objects.create(
        user=person, fields={"text": "张桂兰"}, created_at=MONDAY, updated_at=MONDAY
    )
    neighbours = published(world)
    Issue.objects.filter(pk=neighbours.pk).update(
        reporter=world.neighbour, text="楼前堵了", place_note=""
    )
    support(neighbours, actor=person, now=HOURS)
    Residence.objects.update_or_create(user=person, defaults={"building": world.building})
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person, actor=person, now=HOURS)
    assert not Upload.objects.filter(user=person).exists()
    assert not Photo.objects.exists()
    assert not list(tmp_path.rglob("*.webp"))
    assert not Support.objects.filter(user=person).exists()
    assert not Residence.objects.filter(user=person).exists()
    assert not Notice.objects.filter(recipient=person).exists()
    neighbours.refresh_from_db()
    kept = everything_kept().replace(neighbours.reference, "")
    mine = Text.objects.filter(entry__stream__name=issue.stream)
    assert not mine.exists()
    assert phone not in kept
    for word in (*OWN, "+8613911112222"):
        assert word not in kept, word
    issue.refresh_from_db()
    assert (issue.text, issue.place_note, issue.latitude) == ("内容已按本人要求删除", "", None)


def test_what_was_published_stays_in_its_checked_words(world: World) -> None:
    issue = busy(world)
    erase_person(world.resident, actor=world.resident, now=HOURS)
    issue.refresh_from_db()
    assert issue.public_title == issue.title == "楼前下水道堵塞"
    assert issue.text == issue.public_text == "楼前下水道堵了，请来疏通。"
    page = Client().get(f"/issues/{issue.reference}/").content.decode()
    assert "楼前下水道堵塞" in page
    for word in OWN:
        assert word not in page, word


def test_the_record_and_the_chain_stay_whole(world: World, tmp_path: Path) -> None:
    issue = busy(world)
    waiting = settled(world)
    seal()
    erase_person(world.resident, actor=world.resident, now=HOURS)
    seal()
    assert verify().seals == 2
    stranger = standalone_verify(downloaded(tmp_path))
    assert stranger.returncode == 0, stranger.stdout + stranger.stderr
    assert broken_chains() == []
    sweep(now=MONDAY + timedelta(days=12))
    assert broken_chains() == []
    assert Issue.objects.get(pk=waiting.pk).ending == "no_answer"
    page = Client().get(f"/issues/{issue.reference}/")
    assert page.status_code == 200


def test_a_second_time_changes_nothing(world: World) -> None:
    issue = raised(world)
    for _time in range(2):
        erased = erase_person(world.resident, actor=world.resident, now=HOURS)
    assert erased.erased_at == HOURS
    assert Issue.objects.get(pk=issue.pk).reporter_id == world.resident.pk


def test_the_number_can_be_used_by_somebody_new(world: World) -> None:
    issue, phone = raised(world), world.resident.phone
    erase_person(world.resident, actor=world.resident, now=HOURS)
    anew = User.objects.create_user(phone)
    client = Client()
    client.force_login(anew)
    assert issue.reference not in client.get("/me/").content.decode()
    assert client.get(f"/issues/{issue.reference}/").status_code == 404


def test_who_holds_a_post_cannot_before_it_ends(world: World) -> None:
    with pytest.raises(Refused):
        erase_person(world.grid_worker, actor=world.grid_worker, now=HOURS)
    soon = timezone.localdate(HOURS) + timedelta(days=3)
    post(world.stranger, world.grid, Role.GRID_WORKER, since=soon)
    with pytest.raises(Refused):
        erase_person(world.stranger, actor=world.stranger, now=HOURS)
    Posting.objects.filter(user=world.grid_worker).update(ends_on=date(2026, 1, 31))
    assert erase_person(world.grid_worker, actor=world.grid_worker, now=HOURS).erased_at


def test_nobody_has_somebody_else_forgotten(world: World) -> None:
    with pytest.raises(Refused):
        erase_person(world.resident, actor=world.neighbour, now=HOURS)


def test_the_page_asks_for_a_tick_then_says_goodbye(world: World) -> None:
    raised(world)
    client = Client()
    client.force_login(world.resident)
    assert client.post("/me/data/erase/", {"submission": key()}).status_code == 422
    response = client.post("/me/data/erase/", {"submission": key(), "sure": "on"})
    assert response.headers["Location"] == "/goodbye/"
    assert "_auth_user_id" not in client.session
    world.resident.refresh_from_db()
    assert (world.resident.phone, world.resident.name) == (None, "")
    assert client.get("/goodbye/").status_code == 200


def test_a_worker_is_told_why_not_and_stays(world: World) -> None:
    client = Client()
    client.force_login(world.grid_worker)
    response = client.post("/me/data/erase/", {"submission": key(), "sure": "on"})
    assert response.status_code == 422
    world.grid_worker.refresh_from_db()
    assert world.grid_worker.phone is not None


def test_the_download_holds_all_of_mine_and_nothing_of_others(world: World) -> None:
    issue = busy(world)
    Residence.objects.update_or_create(user=world.resident, defaults={"building": world.building})
    client = Client()
    client.force_login(world.resident)
    assert client.get("/me/data/").status_code == 200
    response = client.get("/me/data/download/")
    told = json.loads(response.content)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert told["account"]["phone"] == world.resident.phone
    assert told["residence"] == str(world.building)
    assert [matter["reference"] for matter in told["matters"]] == [issue.reference]
    assert told["words"][0]["text"] == "张桂兰家还有味"
    assert {entry["kind"] for entry in told["record"]} >= {"issue.raised", "issue.word"}
    assert "沈师傅家也淹了" not in response.content.decode()
    other = Client()
    other.force_login(world.stranger)
    assert issue.reference not in other.get("/me/data/download/").content.decode()
