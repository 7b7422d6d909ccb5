"""Attach photos to what an act adds to an issue."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from issues.casework.case import Case
from issues.enums import PhotoPurpose
from issues.inputs import MOST_PHOTOS
from issues.models import Addition, Draft, Finding, Outcome, Photo, Upload


def check_photos(uploads: Sequence[Upload], *, actor: User, draft: Draft | None = None) -> None:
    """At most six, used nowhere else, each the actor's own or sent with `draft` before sign-in.

    Inside the caller's transaction: two forms that name the same photo wait for each other here,
    and the second is refused.
    """
    if len(uploads) > MOST_PHOTOS:
        raise Refused(_("Six photos are enough; please choose the clearest."), field="photos")
    if not uploads:
        return
    keys = [upload.pk for upload in uploads]
    locked = list(Upload.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    # Asked after the lock: whoever waited for it sees what the other form took.
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
    """Photos in the order given, beside the row they belong to."""
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
