"""Keep what is typed before sign-in, and delete it once the matter is raised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction

from accounts.models import User
from issues.casework.files import delete_files
from issues.models import Draft, Upload

KEPT_FOR = timedelta(days=3)


def begin_draft(*, user: User | None, now: datetime) -> Draft:
    return Draft.objects.create(user=user, created_at=now, updated_at=now)


def save_draft(draft: Draft, *, fields: Mapping[str, Any], ready: bool, now: datetime) -> Draft:
    """Keep the fields exactly as typed; `ready` means that only signing in is missing."""
    draft.fields = {**fields, "ready": ready}
    draft.updated_at = now
    draft.save(update_fields=["fields", "updated_at"])
    return draft


def forget_draft(draft: Draft) -> None:
    """Delete the draft of a matter that has been raised and now owns its photos."""
    draft.delete()


def prune_drafts(*, now: datetime) -> int:
    """Delete old drafts, and unclaimed photos with their files; return how many photos."""
    Draft.objects.filter(updated_at__lt=now - KEPT_FOR).delete()
    orphans = Upload.objects.filter(photo__isnull=True, uploaded_at__lt=now - KEPT_FOR)
    count = 0
    for upload in orphans.order_by("pk")[:500]:
        with transaction.atomic():
            upload.delete()
            transaction.on_commit(partial(delete_files, upload))
        count += 1
    return count
