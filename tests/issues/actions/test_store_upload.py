from __future__ import annotations

from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from acting.refusals import Refused
from issues.actions import store_upload as module
from issues.actions.draft import begin_draft
from issues.models import Upload
from tests.world import World

pytestmark = pytest.mark.django_db


def picture() -> bytes:
    content = BytesIO()
    Image.new("RGB", (60, 40), "darkgreen").save(content, "PNG")
    return content.getvalue()


def test_new_browsers_together_can_not_fill_the_disk(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    for _ in range(2):
        module.store_upload(picture(), user=None, draft=begin_draft(user=None, now=now), now=now)
    monkeypatch.setattr(module, "MOST_UNSIGNED", 1)

    with pytest.raises(Refused):
        module.store_upload(picture(), user=None, draft=begin_draft(user=None, now=now), now=now)
    # Who signed in is not held up by them.
    module.store_upload(picture(), user=world.resident, draft=None, now=now)
    assert Upload.objects.count() == 3
