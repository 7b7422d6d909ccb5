"""Without script photos add up by a button that sends the form only to have it drawn again."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from issues.actions.classify import classify
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Draft, Issue, Photo, Upload
from tests.harness.signing_in import signed_in
from tests.issues.acting import act_path
from tests.issues.staging import published
from tests.issues.views.test_raise_matter import picture
from tests.world import World

pytestmark = pytest.mark.django_db


def kept_in(page: str) -> str:
    (found,) = re.findall(r'name="kept" value="([^"]*)"', page)
    return str(found)


def adding(client: Client, path: str, data: dict[str, object], *, more: int = 1) -> str:
    """The page that comes back when photos are added to what is there already."""
    files = [picture(f"{number}.jpg") for number in range(more)]
    answer = client.post(path, {**data, "photos": files, "add_photos": "1"})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", ["visitor", "resident"])
def test_each_choosing_adds_and_nothing_typed_is_lost_or_scolded(world: World, who: str) -> None:
    client = Client() if who == "visitor" else signed_in(world.resident)
    sent: dict[str, object] = {
        "submission": str(uuid4()),
        "text": "",
        "place_note": "2单元402",
        "building": str(world.building.pk),
    }
    first = adding(client, "/raise/", sent)
    second = adding(client, "/raise/", {**sent, "kept": kept_in(first)}, more=2)
    kept = kept_in(second).split(",")
    assert kept[:1] == kept_in(first).split(",")
    assert len(kept) == 3
    assert "2单元402" in second
    assert re.search(rf'value="{world.building.pk}"[^>]* selected', second)
    assert "field-error" not in second
    for token in kept:
        assert client.get(f"/issues/photos/{token}/small/").status_code == 200
        assert Client().get(f"/issues/photos/{token}/small/").status_code == 404
    assert not Issue.objects.exists()
    left = client.post("/raise/", {**sent, "kept": kept_in(second), "leave_out": kept[1]})
    assert kept_in(left.content.decode()).split(",") == [kept[0], kept[2]]
    done = {**sent, "text": "三号楼前下水道堵了", "kept": f"{kept[0]},{kept[2]}"}
    assert client.post("/raise/", done).status_code == 302
    if who == "resident":
        photos = Photo.objects.filter(issue=Issue.objects.get()).order_by("position")
        assert [str(photo.upload.token) for photo in photos] == [kept[0], kept[2]]
    else:
        assert Draft.objects.get().fields["kept"] == f"{kept[0]},{kept[2]}"


def test_six_are_enough_and_what_cannot_be_read_is_said(world: World) -> None:
    client = signed_in(world.resident)
    sent: dict[str, object] = {"submission": str(uuid4()), "text": "堵了"}
    first = adding(client, "/raise/", sent, more=4)
    second = adding(client, "/raise/", {**sent, "kept": kept_in(first)}, more=3)
    assert len(kept_in(second).split(",")) == 6
    assert "六张" in second
    bad = SimpleUploadedFile("x.jpg", b"<svg onload=alert(1)>", content_type="image/jpeg")
    third = client.post("/raise/", {**sent, "photos": [bad], "add_photos": "1"}).content.decode()
    assert "第 1 张" in third
    none = client.post("/raise/", {**sent, "add_photos": "1"}).content.decode()
    assert "先选照片" in none


@pytest.mark.parametrize("act", [Act.ADD, Act.FIND, Act.SETTLE])
def test_acts_and_additions_keep_them_too_and_do_nothing_else(world: World, act: Act) -> None:
    issue = published(world)
    classify(
        issue,
        actor=world.grid_worker,
        now=timezone.now(),
        matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )
    issue.refresh_from_db()
    adds = act == Act.ADD
    client = signed_in(world.resident if adds else world.grid_worker)
    path = f"/issues/{issue.reference}/add/" if adds else act_path(issue, act)
    # Words that would have to be looked at before they are sent.
    sent: dict[str, object] = {"submission": str(uuid4()), "text": "张师傅家 13905331234"}
    first = adding(client, path, sent)
    second = adding(client, path, {**sent, "kept": kept_in(first)})
    assert len(kept_in(second).split(",")) == 2
    assert "public-words" not in second
    assert "field-error" not in second
    version = issue.version
    issue.refresh_from_db()
    assert issue.version == version
    assert not Photo.objects.exists()


def test_a_photo_of_another_person_is_not_added(world: World) -> None:
    adding(signed_in(world.neighbour), "/raise/", {"submission": str(uuid4())})
    theirs = str(Upload.objects.get().token)
    page = adding(
        signed_in(world.resident), "/raise/", {"submission": str(uuid4()), "kept": theirs}
    )
    assert theirs not in page
