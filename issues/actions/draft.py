"""Keep what is sent before sign-in until its sender has proved a number, for nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.models import User
from acting.storable import is_storable
from issues.casework.files import delete_files
from issues.models import Draft, Upload
from issues.own_words import knows
from issues.queries.drafts import MOST_TRIES, digest_of

KEPT_FOR = timedelta(days=3)
# Later than this, a number may be that of the next person at this browser.
GIVEN_WITHIN = timedelta(minutes=30)


def begin_draft(*, user: User | None, key: UUID | None = None, now: datetime) -> Draft:
    """Begin the draft of the sending `key`; `user` is None until its sender has proved a number."""
    return Draft.objects.create(user=user, submission=key, created_at=now, updated_at=now)


def save_draft(draft: Draft, *, fields: Mapping[str, Any], now: datetime) -> Draft:
    """Keep the fields exactly as typed, for the number that is given next.

    A value that PostgreSQL can't store is left out. The form has refused such words already, so it
    can only be a tick or a choice, and no page of ours sends one like that.
    """
    held = {n: one for n, one in fields.items() if not isinstance(one, str) or is_storable(one)}
    draft.fields = {**held, "ready": True}
    draft.number, draft.tries, draft.updated_at = "", 0, now
    draft.save(update_fields=["fields", "number", "tries", "updated_at"])
    return draft


def note_number(draft: Draft, phone: str, *, now: datetime) -> bool:
    """From now on `draft` waits for this number; the first one given is never replaced."""
    fresh = Draft.objects.filter(pk=draft.pk, number="", updated_at__gt=now - GIVEN_WITHIN)
    return bool(fresh.update(number=digest_of(phone)))


def hand_over(draft: Draft, *, user: User) -> Draft:
    """Give the draft and its photos to `user`, who has proved its number."""
    draft.user = user
    draft.save(update_fields=["user"])
    draft.uploads.update(user=user)
    return draft


def take_over(uploads: Iterable[Upload], *, user: User | None, draft: Draft | None) -> None:
    """The photos of a form that was opened anew, so under another key, go with the new sending."""
    keys = [upload.pk for upload in uploads]
    free = Upload.objects.filter(pk__in=keys, user=None, photo__isnull=True)
    free.update(user=user, draft=draft)


@transaction.atomic
def claim_drafts(drafts: list[Draft], words: str, *, user: User) -> list[Draft]:
    """Give `user` the drafts that contain `words`; count one failed try at each of the others."""
    keys = [draft.pk for draft in drafts]
    waiting = Draft.objects.select_for_update().filter(pk__in=keys, user=None, tries__lt=MOST_TRIES)
    claimed = []
    for draft in waiting.order_by("pk"):
        if knows(words, str(draft.fields.get("text") or "")):
            claimed.append(hand_over(draft, user=user))
        else:
            draft.tries += 1
            draft.save(update_fields=["tries"])
    return claimed


def forget_draft(draft: Draft) -> None:
    """Delete the draft of a matter that has been raised and now owns its photos."""
    draft.delete()


def prune_drafts(*, now: datetime) -> int:
    """Delete old drafts, and unclaimed photos with their files; return how many photos."""
    Draft.objects.filter(updated_at__lt=now - KEPT_FOR).delete()
    orphans = Upload.objects.filter(photo__isnull=True, uploaded_at__lt=now - KEPT_FOR)
    count = 0
    for upload in orphans.order_by("pk")[:500]:
        with transaction.atomic():
            upload.delete()
            transaction.on_commit(partial(delete_files, upload))
        count += 1
    return count
