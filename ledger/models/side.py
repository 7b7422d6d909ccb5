"""What may be erased without breaking the record: texts, salts, and who a pseudonym is."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ledger.models.entry import Entry
from ledger.models.salt import RANDOM_SALT, salt_is_whole
from ledger.models.stream import Stream


class Pseudonym(models.Model):
    """The person behind `id` in one stream. Pseudonyms differ by stream, so acts can't be linked.

    `user_id` is a plain number, since no foreign key leaves the ledger. Bodies hold a digest of it
    and `salt`. Deleting the row erases the person from the stream; the pseudonym and the digest
    stay in the bodies and refer to nobody. Rows are made before the first act and never changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="pseudonyms")
    user_id = models.BigIntegerField(_("person"), db_index=True)
    salt = models.BinaryField(_("salt"), max_length=32, db_default=RANDOM_SALT, editable=False)

    class Meta:
        verbose_name = _("pseudonym")
        verbose_name_plural = _("pseudonyms")
        constraints = [
            models.UniqueConstraint(fields=["stream", "user_id"], name="pseudonym_once_a_stream"),
            salt_is_whole("pseudonym_salt_whole"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Text(models.Model):
    """A text of an entry, whose body holds only SHA-256 of salt and text."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="side_texts")
    name = models.CharField(_("name"), max_length=40)
    salt = models.BinaryField(_("salt"), max_length=32)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("text of an entry")
        verbose_name_plural = _("texts of entries")
        constraints = [
            models.UniqueConstraint(fields=["entry", "name"], name="text_once_an_entry"),
            salt_is_whole("text_salt_whole"),
        ]

    def __str__(self) -> str:
        return self.name
