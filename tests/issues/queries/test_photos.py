"""Who may see which picture of a matter."""

from __future__ import annotations

from pathlib import Path

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from issues.actions.add import add
from issues.actions.hide import hide
from issues.actions.publish import publish
from issues.models import Issue, Upload
from tests.harness.signing_in import signed_in
from tests.issues.acting import raised
from tests.world import World


def picture(user: User) -> Upload:
    files = {size: ContentFile(b"webp", f"{size}.webp") for size in ("large", "medium", "small")}
    return Upload.objects.create(
        user=user, width=8, height=6, size=12, sha256="0" * 64,
        uploaded_at=timezone.now(), **files,
    )  # fmt: skip


def added(world: World) -> tuple[Issue, Upload]:
    """A public matter with a neighbour's picture that nobody has checked."""
    issue, now = raised(world), timezone.now()
    publish(issue, actor=world.grid_worker, now=now, title="堵了", text="楼前堵了")
    upload = picture(world.neighbour)
    add(issue, actor=world.neighbour, now=now, text="我家厨房", photos=[upload])
    return issue, upload


def status(client: Client, upload: Upload) -> int:
    return client.get(f"/issues/photos/{upload.token}/small/").status_code


def test_what_a_neighbour_added_is_seen_by_them_and_by_who_checks_it(
    world: World, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    issue, upload = added(world)
    assert status(signed_in(world.neighbour), upload) == 200
    assert status(signed_in(world.grid_worker), upload) == 200
    for other in (world.resident, world.stranger, world.far_grid_worker):
        assert status(signed_in(other), upload) == 404
    assert status(Client(), upload) == 404
    receipt = signed_in(world.resident).get(f"/issues/{issue.reference}/receipt/")
    assert str(upload.token) not in receipt.content.decode()


def test_a_picture_that_was_shown_goes_with_the_matter_that_is_hidden(
    world: World, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    issue, upload = added(world)
    photo, now = issue.photos.get(), timezone.now()
    publish(
        issue, actor=world.grid_worker, now=now, title="堵了", text="楼前堵了", photos=[photo.pk]
    )
    assert status(Client(), upload) == 200
    hide(issue, actor=world.grid_worker, now=now, reason="照到了人脸")
    assert status(Client(), upload) == 404
