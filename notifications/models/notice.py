from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """Something a person is told; its words are made from kind, version and parameters."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="notices",
        verbose_name=_("recipient"),
    )
    kind = models.CharField(_("kind"), max_length=60)
    version = models.PositiveSmallIntegerField(_("version of the kind"), default=1)
    parameters = models.JSONField(_("parameters"), default=dict)
    dedupe_key = models.CharField(_("key against telling twice"), max_length=200)
    urgent = models.BooleanField(_("urgent"), default=False)
    sms = models.BooleanField(_("by text message too"), default=False)
    # The uid of what it is about; that belongs to another app, so this is no foreign key.
    subject = models.UUIDField(_("subject"), null=True, blank=True)
    link = models.CharField(_("link"), max_length=300, blank=True)
    # What its reader is asked to do; once anybody has done it, the notice counts as read.
    calls_for = models.CharField(_("calls for"), max_length=60, blank=True, default="")
    # When the act happened that it tells about; the row may have been written later.
    created_at = models.DateTimeField(_("told at"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "dedupe_key"], name="notice_told_once_per_person"
            ),
            models.CheckConstraint(
                name="notice_link_is_local",
                condition=models.Q(link="") | models.Q(link__regex=r"^/([^/\\]|$)"),
            ),
        ]
        indexes = [
            models.Index(
                fields=["recipient", "-created_at", "-id"], name="notice_newest_of_person"
            ),
            models.Index(
                fields=["subject"],
                condition=models.Q(subject__isnull=False, sms=True),
                name="notice_sent_about_subject",
            ),
            models.Index(
                fields=["read_at"],
                condition=models.Q(read_at__isnull=False),
                name="notice_read_long_ago",
            ),
            models.Index(
                fields=["recipient", "subject"],
                condition=models.Q(read_at__isnull=True),
                name="notice_unread_of_person",
            ),
            models.Index(
                fields=["subject"],
                condition=models.Q(read_at__isnull=True) & ~models.Q(calls_for=""),
                name="notice_calls_for",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
