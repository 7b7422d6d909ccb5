"""A volume without room: what was written comes back in the form, and goes out without photos."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from PIL import Image
from pytest_django import Settings

from issues.models import Addition, Upload
from tests.harness.signing_in import signed_in
from tests.issues.staging import raised
from tests.world import World

WORDS = "雨天又漫出来了，三单元门口过不去"


class FullVolume(FileSystemStorage):
    """The kernel's own answer: every write to this device says that there is no room."""

    def _save(self, name: str, content: File[Any]) -> str:
        with Path("/dev/full").open("wb") as device:
            device.writelines(content.chunks())
        return name


class NoRoomToArrive(FileUploadHandler):
    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        with Path("/dev/full").open("wb") as device:
            device.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> None:
        return None


def sent(**more: str) -> dict[str, Any]:
    content = BytesIO()
    Image.new("RGB", (64, 48), "brown").save(content, "JPEG")
    photos = [SimpleUploadedFile("a.jpg", content.getvalue(), "image/jpeg")]
    return {"submission": str(uuid4()), "text": WORDS, "photos": photos, **more}


def test_the_words_come_back_and_can_be_sent_without_the_photos(
    settings: Settings, world: World
) -> None:
    here = f"{FullVolume.__module__}.{FullVolume.__qualname__}"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": here}}
    issue, client = raised(world), signed_in(world.resident)
    address = f"/issues/{issue.reference}/add/"
    answer = client.post(address, sent())
    page = answer.content.decode()
    assert (answer.status_code, Upload.objects.count()) == (422, 0)
    assert WORDS in page
    assert 'name="without_photos"' in page
    assert client.post(address, sent(without_photos="1")).status_code == 302
    assert Addition.objects.get().text == WORDS


def test_what_does_not_even_arrive_is_answered_in_a_sentence(
    settings: Settings, world: World
) -> None:
    """Large uploads wait in a folder of the system before any form sees them."""
    settings.FILE_UPLOAD_HANDLERS = [f"{NoRoomToArrive.__module__}.{NoRoomToArrive.__qualname__}"]
    issue = raised(world)
    client = signed_in(world.resident, raise_request_exception=False)
    answer = client.post(f"/issues/{issue.reference}/add/", sent())
    assert answer.status_code == 503
    assert "不带照片" in answer.content.decode()
