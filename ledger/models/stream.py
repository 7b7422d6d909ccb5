"""What the entries of one matter, sitting or policy are numbered in."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stream(models.Model):
    """A line of entries, numbered from 1 without a gap.

    `name` is what the owner calls it (`issue:<uuid>`) and stays inside the house; bodies carry
    the random `public_id` instead. Entries of a stream that is not public leave the house as
    digests only.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    public_id = models.UUIDField(_("public id"), unique=True, default=uuid.uuid4, editable=False)
    public = models.BooleanField(_("public"), default=False)
    length = models.PositiveBigIntegerField(_("entries"), default=0)

    class Meta:
        verbose_name = _("stream")
        verbose_name_plural = _("streams")

    def __str__(self) -> str:
        return self.name
