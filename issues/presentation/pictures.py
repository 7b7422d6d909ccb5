"""Photos of an issue that a reader may see, for `components/photos.html`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from issues.addresses import address_of_photo
from issues.enums.activity import PhotoPurpose
from issues.models import Photo
from issues.presentation.reader import Reader

Picture = dict[str, Any]


def pictures(photos: Iterable[Photo], reader: Reader, *, own: bool = False) -> list[Picture]:
    """`own` means that the photos belong to something of the reader's, who may see all of them."""
    seen = [photo for photo in photos if photo.shown or reader.works or own]
    return [_picture(photo, number) for number, photo in enumerate(seen, start=1)]


def with_purpose(photos: Iterable[Photo], purpose: PhotoPurpose) -> list[Photo]:
    return [photo for photo in photos if photo.purpose == purpose]


def before_and_after(photos: Iterable[Photo], reader: Reader) -> dict[str, Picture] | None:
    """One photo of the matter and one of the last result, if there are both."""
    photos = list(photos)
    before = pictures(with_purpose(photos, PhotoPurpose.RAISED), reader, own=reader.own)
    delivered = with_purpose(photos, PhotoPurpose.DELIVERED)
    newest = max((photo.outcome_id or 0 for photo in delivered), default=0)
    last = [photo for photo in delivered if photo.outcome_id == newest]
    after = pictures(last, reader, own=reader.own)
    if not before or not after:
        return None
    return {"before": before[0], "after": after[0]}


def _picture(photo: Photo, number: int) -> Picture:
    token = photo.upload.token
    return {
        "url": address_of_photo(token, "large"),
        "thumb": address_of_photo(token, "small"),
        "alt": _alt(photo, number),
        "hidden": not photo.shown,
    }


def _alt(photo: Photo, number: int) -> str:
    match photo.purpose:
        case PhotoPurpose.DELIVERED:
            return _("Photo {number} after the work").format(number=number)
        case PhotoPurpose.FOUND:
            return _("Photo {number} from the visit").format(number=number)
        case PhotoPurpose.ADDED:
            return _("Photo {number} added later").format(number=number)
    return _("Photo {number} of the matter").format(number=number)
