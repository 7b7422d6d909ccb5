"""Keep a photo on private storage until a matter claims it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import BinaryIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.room import room_for_photos
from issues.decoding.sizes import PhotoSize
from issues.models import Draft, Upload
from issues.photos import Allowance, process

# Bytes of unclaimed photos that one person or draft may upload within a day.
MOST_WAITING = 24 * 1024 * 1024
# The same for all visitors together: a new browser, thus a new draft, costs nothing.
MOST_UNSIGNED = 1024 * 1024 * 1024
DAY = timedelta(days=1)


def store_upload(
    file: bytes | BinaryIO,
    *,
    user: User | None,
    draft: Draft | None,
    now: datetime,
    allowance: Allowance | None = None,
) -> Upload:
    """Re-encode `file` in three sizes and keep it for `user` or `draft`.

    `allowance` is that of the sending it came with. Raises photos.PhotoProblem for a file that
    can't be used, Refused above the quota, NotNow while too many others are worked on, and NoRoom
    where the volume is full.
    """
    _check_quota(user, draft, now)
    photo = process(file, person=user, allowance=allowance)
    name = uuid4().hex
    large = photo[PhotoSize.LARGE]
    with transaction.atomic(), room_for_photos():
        return Upload.objects.create(
            draft=draft,
            user=user,
            large=ContentFile(large.content, f"{name}-l.webp"),
            medium=ContentFile(photo[PhotoSize.MEDIUM].content, f"{name}-m.webp"),
            small=ContentFile(photo[PhotoSize.THUMB].content, f"{name}-s.webp"),
            width=large.width,
            height=large.height,
            size=sum(len(rendition.content) for rendition in photo.values()),
            sha256=large.sha256,
            uploaded_at=now,
        )


def _check_quota(user: User | None, draft: Draft | None, now: datetime) -> None:
    if user is None and draft is None:
        raise ValueError("an upload belongs to a person or a draft")
    mine = Q(user=user) if user is not None else Q(draft=draft)
    if user is None and _waiting(Q(user=None), now) > MOST_UNSIGNED:
        raise Refused(
            _("Photos can't be taken just now before signing in. Please sign in, then add them."),
            field="photos",
        )
    if _waiting(mine, now) > MOST_WAITING:
        raise Refused(_("Too many photos are waiting. Please send the form first."), field="photos")


def _waiting(whose: Q, now: datetime) -> int:
    """Bytes of the photos uploaded within the last day that no matter has claimed."""
    rows = Upload.objects.filter(whose, photo__isnull=True, uploaded_at__gt=now - DAY)
    return rows.aggregate(total=Sum("size"))["total"] or 0
