"""An import that was read and shown and waits for confirmation."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.enums import ImportKind


class ImportBatch(models.Model):
    """Rows as read. They may hold phones, so they are emptied once applied or expired."""

    key = models.UUIDField(unique=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=ImportKind.choices)
    rows = models.JSONField(default=list)
    line_count = models.PositiveIntegerField(default=0)
    new_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.line_count}"
