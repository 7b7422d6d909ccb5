"""What the entries of one matter, sitting or policy are numbered in."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ledger.models.salt import RANDOM_SALT, salt_is_whole


class Stream(models.Model):
    """A sequence of entries, numbered from 1 without gaps.

    `name` is what the owning app calls it (`issue:<uuid>`) and is never published; bodies carry
    the random `public_id` and a digest of `salt` and name instead. Of a stream that is not public
    only digests are published. A trigger keeps all but `public` and a growing `length`.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    public_id = models.UUIDField(_("public id"), unique=True, default=uuid.uuid4, editable=False)
    public = models.BooleanField(_("public"), default=False)
    salt = models.BinaryField(_("salt"), max_length=32, db_default=RANDOM_SALT, editable=False)
    length = models.PositiveBigIntegerField(_("entries"), default=0)

    class Meta:
        verbose_name = _("stream")
        verbose_name_plural = _("streams")
        constraints = [salt_is_whole("stream_salt_whole")]

    def __str__(self) -> str:
        return self.name
