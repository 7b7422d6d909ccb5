"""Seals: each closes what was recorded since the one before and is chained to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ledger.models.entry import Entry


class Unsealed(models.Model):
    """An entry that waits for the next seal; written in the transaction that appends it."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="unsealed"
    )

    class Meta:
        verbose_name = _("entry not yet sealed")
        verbose_name_plural = _("entries not yet sealed")

    def __str__(self) -> str:
        return str(self.entry_id)


class Seal(models.Model):
    """A Merkle tree (RFC 6962) over the digests of its entries, chained to the seal before.

    `body` is the canonical text of the head, `head` its SHA-256; `entries` counts all entries
    sealed up to and with this one. Rows are only ever added.
    """

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    leaves = models.PositiveIntegerField(_("entries in this seal"))
    entries = models.PositiveBigIntegerField(_("entries so far"))
    root = models.BinaryField(_("root"), max_length=32)
    previous = models.BinaryField(_("head before"), max_length=32)
    sealed_at = models.DateTimeField(_("sealed"))
    body = models.BinaryField(_("head text"))
    head = models.BinaryField(_("head"), max_length=32, unique=True)

    class Meta:
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(name="seal_not_empty", condition=models.Q(leaves__gte=1)),
        ]

    def __str__(self) -> str:
        return str(self.number)


class SealLeaf(models.Model):
    """Where an entry stands in its seal: leaves are in ascending order of digest, from 0."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="leaf"
    )
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="seal_leaves")
    index = models.PositiveIntegerField(_("place in the seal"))
    digest = models.BinaryField(_("digest"), max_length=32)

    class Meta:
        verbose_name = _("sealed entry")
        verbose_name_plural = _("sealed entries")
        constraints = [
            models.UniqueConstraint(fields=["seal", "index"], name="leaf_index_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.seal_id}/{self.index}"
