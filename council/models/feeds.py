"""The address at which a person's own calendar is fetched."""

from __future__ import annotations

import uuid

from django.db import models

from council.models.meetings import PERSON


class FeedKey(models.Model):
    """Whoever has the address made from `uid` reads when this person sits, and no more.

    The address itself is stored nowhere (`council.calendar.token`). Another row, another address.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.OneToOneField(PERSON, on_delete=models.CASCADE, related_name="feed_key")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person_id}"
