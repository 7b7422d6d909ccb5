"""What a community tells everybody about itself, in its own words."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from grids.enums import PublicTextKind
from grids.models.body import Body


class PublicText(models.Model):
    """One text of a community for one page; it stands before what the product says itself."""

    community = models.ForeignKey(
        Body, on_delete=models.CASCADE, related_name="public_texts", verbose_name=_("community")
    )
    kind = models.CharField(_("page"), max_length=8, choices=PublicTextKind.choices)
    text_zh = models.TextField(_("text in Chinese"), max_length=4000)
    text_en = models.TextField(_("text in English"), max_length=6000, blank=True)

    class Meta:
        verbose_name = _("public text")
        verbose_name_plural = _("public texts")
        ordering = ["community__path", "kind"]
        constraints = [
            models.CheckConstraint(
                name="public_text_kind_known",
                condition=models.Q(kind__in=PublicTextKind.values),
            ),
            models.UniqueConstraint(fields=["community", "kind"], name="public_text_once"),
        ]

    def __str__(self) -> str:
        return f"{self.community} · {self.get_kind_display()}"

    @property
    def text(self) -> str:
        english = not (get_language() or "zh").startswith("zh")
        return self.text_en if english and self.text_en else self.text_zh
