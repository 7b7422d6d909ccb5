from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from issues.actions.store_upload import store_upload
from issues.actions.sweep_files import sweep_files
from tests.world import World

pytestmark = pytest.mark.django_db


def test_a_file_without_a_row_goes_after_a_day_and_others_stay(world: World) -> None:
    content = BytesIO()
    Image.new("RGB", (60, 40), "darkgreen").save(content, "PNG")
    now = timezone.now()
    upload = store_upload(content.getvalue(), user=world.resident, draft=None, now=now)
    stray = default_storage.save("photos/stray.webp", ContentFile(b"left behind"))

    assert sweep_files(now=now) == 0
    assert sweep_files(now=now + timedelta(days=2)) == 1

    assert not default_storage.exists(stray)
    for file in (upload.large, upload.medium, upload.small):
        assert file.storage.exists(str(file.name))


def test_without_any_photo_there_is_nothing_to_do(world: World) -> None:
    assert sweep_files(now=timezone.now()) == 0
