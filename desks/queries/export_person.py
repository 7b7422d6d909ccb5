"""Everything that all apps keep about a person, for them to download."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.queries.export import export_person as export_account
from acting.queries.export import sendings_of
from desks.queries.export_councils import of_councils
from desks.queries.export_rows import plain, rows
from desks.queries.me import residence_of
from grids.models import Posting
from issues.models import Addition, Draft, Follow, Issue, Photo, Support, Verdict
from ledger.models import Entry, Pseudonym
from notifications.models import Notice

ISSUE_FIELDS = (
    "reference",
    "raised_at",
    "title",
    "text",
    "public_title",
    "public_text",
    "estate__name",
    "spot",
    "building__number",
    "venue__name",
    "place_note",
    "latitude",
    "longitude",
    "shop_name",
    "contact_name",
    "contact_phone",
    "for_someone_else",
    "danger",
    "private_wish",
    "visibility",
    "matter_class",
    "stage",
    "level",
    "ending",
    "ended_at",
)
WORD_FIELDS = (
    "issue__reference",
    "given_at",
    "resolved",
    "satisfaction",
    "text",
    "look_above",
)
ENTRY_FIELDS = ("stream__public_id", "number", "kind", "happened_at", "recorded_at")


def export_person(user: User) -> dict[str, Any]:
    """Plain values, ready for JSON; times are ISO 8601 with their zone. A fixed number of reads."""
    home = residence_of(user)
    mine = Pseudonym.objects.filter(user_id=user.pk).values("id")
    pictures = Photo.objects.filter(issue__reporter=user, upload__user=user)
    return {
        "account": {**export_account(user), "sendings": sendings_of(user)},
        "residence": str(home.building) if home is not None else None,
        "postings": rows(
            Posting.objects.filter(user=user), "body__name", "role", "starts_on", "ends_on"
        ),
        "matters": rows(Issue.objects.filter(reporter=user).order_by("pk"), *ISSUE_FIELDS),
        "photos": rows(pictures.order_by("pk"), "issue__reference", "upload__token", "shown"),
        "drafts": rows(Draft.objects.filter(user=user), "created_at", "fields"),
        "additions": rows(
            Addition.objects.filter(by=user), "issue__reference", "added_at", "text", "shown_at"
        ),
        "supports": rows(
            Support.objects.filter(user=user).order_by("pk"), "issue__reference", "supported_at"
        ),
        "follows": rows(
            Follow.objects.filter(user=user).order_by("pk"), "issue__reference", "followed_at"
        ),
        "words": rows(Verdict.objects.filter(by=user), *WORD_FIELDS),
        "councils": of_councils(user),
        "notices": rows(
            Notice.objects.filter(recipient=user).order_by("pk"),
            "kind",
            "parameters",
            "link",
            "created_at",
            "read_at",
        ),
        "record": [
            {**row, "receipt": bytes(digest).hex()}
            for row, digest in _entries(Entry.objects.filter(actor__in=mine).order_by("pk"))
        ],
    }


def _entries(entries: QuerySet[Entry]) -> Iterable[tuple[dict[str, Any], bytes]]:
    for row in entries.values(*ENTRY_FIELDS, "digest"):
        digest = row.pop("digest")
        yield plain(row), digest
