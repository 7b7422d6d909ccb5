"""Photos are private files, so each request asks who wants them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from grids.middleware import standing_in
from issues.models import Draft, Upload
from issues.queries.drafts import written_here
from issues.queries.photos import is_public_photo, may_see_photo, upload_by_token

SIZES = ("large", "medium", "small")
KEPT: dict[str, Any] = {"max_age": 3600}
NOT_KEPT: dict[str, Any] = {"no_store": True}


@require_safe
def photo(request: HttpRequest, token: UUID, size: str) -> FileResponse:
    """Send one picture in one size; 404 if they may not see it."""
    upload = upload_by_token(token)
    if upload is None or size not in SIZES:
        raise Http404
    public = is_public_photo(upload)
    if not public and not _is_theirs(request, upload):
        raise Http404
    try:
        file = getattr(upload, size).open("rb")
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = FileResponse(file, content_type="image/webp")
    # A picture never changes, but it may be hidden, so shared caches must not keep it; what is not
    # public, no browser: the next to sit there may be somebody else.
    patch_cache_control(response, private=True, **KEPT if public else NOT_KEPT)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _is_theirs(request: HttpRequest, upload: Upload) -> bool:
    return _is_mine(request, upload) or may_see_photo(upload, standing_in(request))


def _is_mine(request: HttpRequest, upload: Upload) -> bool:
    """True for a photo not sent yet, of this person or of a form that this browser shows."""
    if hasattr(upload, "photo"):
        return False
    if upload.user_id is not None and upload.user_id == request.user.pk:
        return True
    if upload.draft_id is None:
        return False
    draft = Draft.objects.filter(pk=upload.draft_id, user=request.user.pk).first()
    if draft is not None and request.user.is_authenticated:
        return True
    return any(
        other.pk == upload.draft_id and not other.is_sent for other in written_here(request.session)
    )
