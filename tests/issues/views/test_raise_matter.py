from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from PIL import Image

from issues.models import Draft, Issue, Photo, Upload
from tests.accounts.walking import enter_code, last_code
from tests.world import World

pytestmark = pytest.mark.django_db


def picture(name: str = "a.jpg") -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (900, 700), "darkgreen").save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), content_type="image/jpeg")


def typed(world: World, **more: object) -> dict[str, object]:
    return {
        "submission": str(uuid4()),
        "text": "三号楼前下水道堵了，污水漫到路上。",
        "building": str(world.building.pk),
        **more,
    }


def test_someone_signed_in_sends_it_and_gets_a_receipt(client: Client, world: World) -> None:
    client.force_login(world.resident, backend="grids.backends.PostingBackend")

    answer = client.post("/raise/", typed(world, photos=[picture(), picture("b.jpg")]))

    issue = Issue.objects.get()
    assert answer["Location"] == f"/issues/{issue.reference}/receipt/"
    assert issue.grid == world.grid
    assert Photo.objects.filter(issue=issue).count() == 2
    page = client.get(answer["Location"])
    assert issue.reference in page.content.decode()


def test_a_doubled_click_raises_one_matter(client: Client, world: World) -> None:
    client.force_login(world.resident, backend="grids.backends.PostingBackend")
    sent = typed(world)

    first = client.post("/raise/", sent)
    second = client.post("/raise/", sent)

    assert first["Location"] == second["Location"]
    assert Issue.objects.count() == 1


def test_a_visitor_keeps_words_and_photos_through_the_phone_code(
    client: Client, world: World
) -> None:
    answer = client.post("/raise/", typed(world, photos=[picture()], danger="on"))
    assert answer["Location"].startswith("/sign-in/")
    assert Draft.objects.count() == 1

    client.post("/sign-in/", {"phone": "13912345678", "next": "/raise/sent/"})
    signed_in = enter_code(client, last_code())
    answer = client.get(signed_in["Location"])

    issue = Issue.objects.get()
    assert answer["Location"] == f"/issues/{issue.reference}/receipt/"
    assert issue.matter_class == "urgent"
    assert Photo.objects.filter(issue=issue).count() == 1
    assert not Draft.objects.exists()
    assert issue.reporter is not None
    assert issue.reporter.phone == "+8613912345678"


def test_a_wrong_field_brings_back_the_words_and_the_good_photos(
    client: Client, world: World
) -> None:
    bad = SimpleUploadedFile("x.jpg", b"<svg onload=alert(1)>", content_type="image/jpeg")

    answer = client.post("/raise/", typed(world, photos=[picture(), bad]))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "三号楼前下水道堵了" in page
    kept = Upload.objects.get()
    assert str(kept.token) in page
    assert not Issue.objects.exists()

    answer = client.post("/raise/", typed(world, kept=str(kept.token)))
    assert answer.status_code == 302
    assert "三号楼前下水道堵了" not in client.get("/raise/").content.decode()
    client.post("/sign-in/", {"phone": "13912345678", "next": answer["Location"].split("next=")[1]})


def test_a_strangers_draft_photo_is_not_shown_to_another_browser(
    client: Client, world: World
) -> None:
    client.post("/raise/", typed(world, text="", photos=[picture()]))
    kept = Upload.objects.get()

    shown = client.get(f"/issues/photos/{kept.token}/small/")
    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")
    assert Client().get(f"/issues/photos/{kept.token}/small/").status_code == 404


def test_the_receipt_is_only_for_the_reporter_and_those_inside(
    client: Client, world: World
) -> None:
    client.force_login(world.resident, backend="grids.backends.PostingBackend")
    address = client.post("/raise/", typed(world))["Location"]
    for person, status in [
        (world.resident, 200),
        (world.grid_worker, 200),
        (world.staff, 200),
        (world.neighbour, 404),
        (world.far_grid_worker, 404),
        (world.clerk, 404),
    ]:
        client.force_login(person, backend="grids.backends.PostingBackend")
        assert client.get(address).status_code == status, person.name


def test_photos_that_arrived_go_with_the_form_that_is_opened_anew(
    client: Client, world: World
) -> None:
    """It has another key; no other browser can take them, even with their names."""
    client.post("/raise/", typed(world, text="", photos=[picture()]))
    kept = str(Upload.objects.get().token)

    again = Client().post("/raise/", typed(world, text="", kept=kept))
    assert f'data-token="{kept}"' not in again.content.decode()
    again = client.post("/raise/", typed(world, text="", kept=kept))
    assert f'data-token="{kept}"' in again.content.decode()
    client.force_login(world.resident, backend="grids.backends.PostingBackend")
    assert client.post("/raise/", typed(world, kept=kept)).status_code == 302
    assert Issue.objects.get().photos.get().upload.user == world.resident


def test_photos_that_another_page_has_sent_are_missed_aloud(client: Client, world: World) -> None:
    """Two tabs with one draft: the second says so, and goes without them only if pressed again."""
    client.force_login(world.resident, backend="grids.backends.PostingBackend")
    client.post("/raise/", typed(world, text="", photos=[picture(), picture("b.jpg")]))
    kept = ",".join(str(one.token) for one in Upload.objects.all())
    first, second = typed(world, kept=kept), typed(world, kept=kept)
    answer = client.post("/raise/", first)
    assert client.post("/raise/", first)["Location"] == answer["Location"], (
        "sent twice is sent once"
    )

    answer = client.post("/raise/", second)
    assert answer.status_code == 422
    assert "不在了" in answer.content.decode()
    assert Issue.objects.count() == 1
    assert 'name="kept" value=""' in answer.content.decode()
    assert client.post("/raise/", second | {"kept": ""}).status_code == 302
    assert sorted(issue.photos.count() for issue in Issue.objects.all()) == [0, 2]


def test_where_no_messages_are_carried_it_is_said_before_anybody_writes(
    client: Client, world: World
) -> None:
    told, next_step = "这里还没有接通短信", "下一步要留个手机号"
    page = client.get("/raise/").content.decode()
    assert (told in page, next_step in page) == (False, True)
    with override_settings(SMS_CARRIER="accounts.carriers.log.LogCarrier"):
        page = client.get("/raise/").content.decode()
        assert (told in page, next_step in page) == (True, False)
        client.force_login(world.resident, backend="grids.backends.PostingBackend")
        assert told not in client.get("/raise/").content.decode()
