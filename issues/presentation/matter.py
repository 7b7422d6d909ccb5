"""The matter itself: those inside see the resident's own words, the public checked ones."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from accounts.words import shortened
from issues.enums.activity import PhotoPurpose
from issues.enums.matter import Spot, Visibility
from issues.enums.stages import ENDED_STAGES
from issues.models import Issue
from issues.presentation.pictures import pictures, with_purpose
from issues.presentation.reader import Reader
from issues.queries.page import IssuePage

TITLE = re.compile(r".{6,24}?(?=[，。！？；,!?;\n]|$)")


def matter_of(page: IssuePage, reader: Reader) -> dict[str, Any]:
    issue = page.issue
    raised = with_purpose(page.photos, PhotoPurpose.RAISED)
    is_public = issue.visibility == Visibility.PUBLIC
    return {
        "title": title_of(issue, inside=reader.inside),
        "text": issue.text if reader.inside else issue.public_text,
        "photos": pictures(raised, reader, own=reader.own),
        "place": place_of(issue, inside=reader.inside),
        "category": "" if issue.category is None else issue.category.name,
        "by_a_shop": issue.shop_name if reader.works else "",
        "public_text": issue.public_text if reader.inside and is_public else "",
        "public_title": issue.public_title if reader.inside and is_public else "",
        "public_photos": sum(photo.shown for photo in raised),
        "badge": badge_of(issue) if reader.inside else None,
    }


def title_of(issue: Issue, *, inside: bool) -> str:
    """The checked title; before there is one, those inside see the resident's own."""
    if issue.visibility == Visibility.PUBLIC and issue.public_title:
        return issue.public_title
    if inside:
        return issue.title or first_words(issue.text)
    return issue.public_title or first_words(issue.public_text)


def first_words(text: str) -> str:
    """The text up to its first stop if that suits a title; otherwise its beginning."""
    told = TITLE.match(text.strip())
    return told.group() if told else shortened(text, 24)


def place_of(issue: Issue, *, inside: bool) -> str:
    """The public sees the venue, the estate or a place that nobody lives in, never a building."""
    if inside:
        known = str(issue.building or issue.venue or "")
        between = " " if known else " · "
        return between.join(part for part in (known or spot_of(issue), issue.place_note) if part)
    if issue.venue is not None:
        return issue.venue.display_name
    if issue.building is not None:
        return issue.building.public_name
    if issue.estate is None:
        return issue.grid.display_name
    return spot_of(issue) if issue.spot == Spot.PUBLIC else issue.estate.display_name


def spot_of(issue: Issue) -> str:
    """Where it is at no place that has a row, as the form said it; it points at nobody's door."""
    if not issue.spot:
        return ""
    public = issue.spot == Spot.PUBLIC
    if issue.estate is None:
        return _("a public place") if public else _("can't say where")
    words = _("{estate}, in a public place") if public else _("{estate}, can't say which building")
    return words.format(estate=issue.estate.display_name)


def badge_of(issue: Issue) -> dict[str, str] | None:
    """Why nobody else sees it; None if it is public.

    It announces publishing only if that is wished, allowed and still to come.
    """
    match issue.visibility:
        case Visibility.PENDING if not (
            issue.private_wish or issue.is_dispute or issue.stage in ENDED_STAGES
        ):
            return {
                "label": _("Not public yet"),
                "text": _(
                    "Only the resident and the staff see this. It is checked first; names and "
                    "door numbers are taken out before anyone else reads it."
                ),
            }
        case Visibility.PENDING | Visibility.PRIVATE:
            return {
                "label": _("Private"),
                "text": _("Only the resident and those who work on it see this, to the end."),
            }
        case Visibility.HIDDEN:
            return {
                "label": _("Hidden"),
                "text": _("It was public once and was taken out of sight; the reason is recorded."),
            }
    return None
