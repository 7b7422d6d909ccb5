"""Attach photos to what an act adds to an issue."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from issues.casework.case import Case
from issues.enums.activity import PhotoPurpose
from issues.inputs import MOST_PHOTOS
from issues.models import Addition, Draft, Finding, Outcome, Photo, Upload


def check_photos(uploads: Sequence[Upload], *, actor: User, draft: Draft | None = None) -> None:
    """Refuse photos unless at most six, unused, and the actor's own or sent with `draft`.

    Call it in a transaction: it locks the photos, so that of two forms with the same photo the
    second waits and is then refused.
    """
    if len(uploads) > MOST_PHOTOS:
        raise Refused(_("Six photos are enough; please choose the clearest."), field="photos")
    if not uploads:
        return
    keys = [upload.pk for upload in uploads]
    locked = list(Upload.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    # Asked after locking, to see what another form took while we waited.
    used = Photo.objects.filter(upload__in=keys).exists()
    mine = [upload for upload in locked if _is_theirs(upload, actor, draft)]
    if used or len(mine) < len(uploads):
        raise Refused(_("A photo is no longer there. Please add it again."), field="photos")


def _is_theirs(upload: Upload, actor: User, draft: Draft | None) -> bool:
    if upload.user_id is not None:
        return upload.user_id == actor.pk
    if draft is None or draft.user_id not in {None, actor.pk}:
        return False
    return upload.draft_id == draft.pk


def attach(
    case: Case,
    uploads: Sequence[Upload],
    purpose: PhotoPurpose,
    *,
    actor: User,
    shown: bool = False,
    addition: Addition | None = None,
    finding: Finding | None = None,
    outcome: Outcome | None = None,
) -> None:
    """Attach photos in the order given, to the issue and the row that they belong to."""
    check_photos(uploads, actor=actor)
    case.changes.activity += [
        Photo(
            issue=case.issue,
            upload=upload,
            purpose=purpose,
            position=position,
            shown=shown,
            addition=addition,
            finding=finding,
            outcome=outcome,
        )
        for position, upload in enumerate(uploads)
    ]
