"""What a stranger may send as a photo: each gets a sentence, the words and good photos stay."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from issues.models import Issue, Upload
from tests.harness.signing_in import signed_in
from tests.world import World

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(document.cookie)</script>"


def drawn(size: tuple[int, int], kind: str, mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, size, 90 if mode == "L" else 1 if mode == "1" else (90, 120, 90)).save(
        file, kind
    )
    return file.getvalue()


def polyglot() -> bytes:
    """A true picture with a page behind it."""
    return drawn((40, 30), "JPEG") + HTML


# Made when it is sent: some are large.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "svg.svg": lambda: SVG,
    "svg.jpg": lambda: SVG,
    "html.html": lambda: HTML,
    "html.jpg": lambda: HTML,
    "javascript.png": lambda: b"alert(1)",
    "zip.jpg": lambda: b"PK\x03\x04" + b"\x00" * 100,
    "empty-head.png": lambda: b"\x89PNG\r\n\x1a\n",
    "truncated.jpg": lambda: drawn((800, 600), "JPEG")[:900],
    "truncated.png": lambda: drawn((800, 600), "PNG")[:300],
    "truncated.webp": lambda: drawn((800, 600), "WEBP")[:40],
    "moving.gif": lambda: drawn((40, 30), "GIF"),
    "40-megapixel.png": lambda: drawn((8_000, 5_000), "PNG", "1"),
    "bomb.png": lambda: drawn((20_000, 20_000), "PNG", "1"),
    "heavy.jpg": lambda: drawn((40, 30), "JPEG") + b"\x00" * (15 * 1024 * 1024),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_photo_gets_a_sentence_and_loses_nothing(world: World, name: str) -> None:
    client = signed_in(world.resident)
    good = SimpleUploadedFile("good.jpg", drawn((300, 200), "JPEG"), "image/jpeg")
    bad = SimpleUploadedFile(name, HOSTILE[name](), "image/jpeg")
    sent = {
        "submission": str(uuid4()),
        "text": "楼道灯不亮，老人看不见台阶",
        "building": world.building.pk,
        "photos": [good, bad],
    }
    answer = client.post("/raise/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "楼道灯不亮，老人看不见台阶" in page
    assert "第 2 张" in page or "照片 2" in page or "第2张" in page
    kept = Upload.objects.get()
    assert str(kept.token) in page
    assert not Issue.objects.exists()


def test_forty_megapixels_of_a_camera_are_taken_and_made_small(world: World) -> None:
    client = signed_in(world.resident)
    photo = SimpleUploadedFile("big.jpg", drawn((7_300, 5_480), "JPEG", "L"), "image/jpeg")
    sent = {"submission": str(uuid4()), "text": "楼道灯不亮", "building": world.building.pk}
    assert client.post("/raise/", {**sent, "photos": [photo]}).status_code == 302
    upload = Upload.objects.get()
    assert max(upload.width, upload.height) <= 1600
    assert Issue.objects.get().photos.count() == 1


def test_what_hides_behind_a_picture_is_left_behind(world: World) -> None:
    client = signed_in(world.resident)
    photo = SimpleUploadedFile("x.html", polyglot(), "text/html")
    sent = {"submission": str(uuid4()), "text": "楼道灯不亮", "building": world.building.pk}
    client.post("/raise/", {**sent, "photos": [photo]})
    upload = Upload.objects.get()
    for size in ("large", "medium", "small"):
        at = f"/issues/photos/{upload.token}/{size}/"
        answer = client.get(at, headers={"accept-encoding": "gzip"})
        content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        # Not packed a second time either.
        assert content[:4] == b"RIFF"
        assert b"script" not in content
        assert answer.headers["Content-Type"] == "image/webp"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_seventh_photo_is_left_out_in_a_sentence(world: World) -> None:
    photos = [
        SimpleUploadedFile(f"{number}.jpg", drawn((30, 20), "JPEG"), "image/jpeg")
        for number in range(7)
    ]
    sent = {"submission": str(uuid4()), "text": "楼道灯不亮", "building": world.building.pk}
    answer = signed_in(world.resident).post("/raise/", {**sent, "photos": photos})
    assert answer.status_code == 422
    assert Upload.objects.count() == 6


def test_a_photo_whose_file_is_gone_is_not_there(world: World) -> None:
    client = signed_in(world.resident)
    photo = SimpleUploadedFile("good.jpg", drawn((300, 200), "JPEG"), "image/jpeg")
    sent = {"submission": str(uuid4()), "text": "楼道灯不亮", "building": world.building.pk}
    client.post("/raise/", {**sent, "photos": [photo]})
    upload = Upload.objects.get()
    upload.large.delete(save=False)
    assert client.get(f"/issues/photos/{upload.token}/large/").status_code == 404
