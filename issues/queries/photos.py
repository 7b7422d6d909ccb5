"""Which photo may be seen by whom."""

from __future__ import annotations

from uuid import UUID

from acting.queries.only_row import only_row
from grids.standing import Standing
from issues.enums.matter import Visibility
from issues.models import Upload
from issues.queries.visible import seen_inside


def upload_by_token(token: UUID) -> Upload | None:
    return only_row(Upload.objects.select_related("photo__issue").filter(token=token))


def is_public_photo(upload: Upload) -> bool:
    """True for a photo chosen for the public, on an issue that is public now."""
    if not hasattr(upload, "photo"):
        return False
    return upload.photo.shown and upload.photo.issue.visibility == Visibility.PUBLIC


def may_see_photo(upload: Upload, standing: Standing) -> bool:
    """True for whoever uploaded it, and those who see or saw inside the issue.

    The reporter may not see what neighbours added before it is checked.
    """
    if standing.user_id is None or not hasattr(upload, "photo"):
        return False
    if upload.user_id == standing.user_id:
        return True
    if upload.photo.addition_id is not None:
        standing = Standing(user_id=None, posts=standing.posts)
    return seen_inside(standing).filter(pk=upload.photo.issue_id).exists()
