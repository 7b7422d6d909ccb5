"""One act, as the bytes that are hashed."""

from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from ledger.bodies import FORMAT
from ledger.models.stream import Stream


class Entry(models.Model):
    """An act in its stream. Rows are only ever added: a trigger refuses everything else.

    `body` is the canonical text of docs/record.md; the columns beside it repeat what the body
    says, so that it can be asked for, and `verify_ledger` compares them.
    """

    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField(_("number in the stream"))
    kind = models.CharField(_("kind"), max_length=60)
    kind_version = models.PositiveSmallIntegerField(_("version of the kind"))
    happened_at = models.DateTimeField(_("happened"))
    recorded_at = models.DateTimeField(_("recorded"))
    actor = models.UUIDField(_("pseudonym of the actor"), null=True)
    # The first format is read, and written no more.
    format = models.PositiveSmallIntegerField(_("format"), db_default=1)
    body = models.BinaryField(_("body"))
    digest = models.BinaryField(_("digest"), max_length=32, unique=True)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        constraints = [
            models.UniqueConstraint(fields=["stream", "number"], name="entry_number_unique"),
            models.CheckConstraint(name="entry_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="entry_of_this_format", condition=Q(format=FORMAT)),
            models.CheckConstraint(
                name="entry_digest_of_body",
                condition=Q(
                    digest=Func(F("body"), function="sha256", output_field=models.BinaryField())
                ),
            ),
        ]
        # Of what somebody did, mostly the last hour is asked for.
        indexes = [models.Index(fields=["actor", "happened_at"], name="entry_actor_in_time")]

    def __str__(self) -> str:
        return self.receipt

    @property
    def receipt(self) -> str:
        """The digest in hexadecimal: what a receipt prints and its proof is found by."""
        return bytes(self.digest).hex()
