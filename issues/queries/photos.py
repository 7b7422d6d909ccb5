"""Which photo may be seen by whom."""

from __future__ import annotations

from uuid import UUID

from grids.queries.standing import Standing
from issues.enums import Visibility
from issues.models import Upload
from issues.queries.visible import seen_inside


def upload_by_token(token: UUID) -> Upload | None:
    return Upload.objects.select_related("photo__issue").filter(token=token).first()


def is_public_photo(upload: Upload) -> bool:
    """Chosen for the public, on an issue that is public now."""
    if not hasattr(upload, "photo"):
        return False
    return upload.photo.shown and upload.photo.issue.visibility == Visibility.PUBLIC


def may_see_photo(upload: Upload, standing: Standing) -> bool:
    """The reporter and those who see inside, now or earlier, see every photo of the issue."""
    if standing.user_id is None or not hasattr(upload, "photo"):
        return False
    return seen_inside(standing).filter(pk=upload.photo.issue_id).exists()
