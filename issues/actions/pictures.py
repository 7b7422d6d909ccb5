"""Attach photos to what an act adds to an issue."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.models import User
from issues.actions.case import Case
from issues.enums import PhotoPurpose
from issues.errors import Refused
from issues.models import Addition, Finding, Outcome, Photo, Upload

MOST_PHOTOS = 6


def check_photos(uploads: Sequence[Upload], *, actor: User) -> None:
    """At most six, each the actor's own (or from before the sign-in) and not used elsewhere."""
    if len(uploads) > MOST_PHOTOS:
        raise Refused(_("Six photos are enough; please choose the clearest."), field="photos")
    keys = {upload.pk for upload in uploads}
    free = Upload.objects.filter(pk__in=keys, photo__isnull=True)
    owners = list(free.values_list("user_id", flat=True)) if keys else []
    mine = [owner for owner in owners if owner in {None, actor.pk}]
    if len(mine) < len(uploads):
        raise Refused(_("A photo is no longer there. Please add it again."), field="photos")


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
    case.changes.doings += [
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
