"""Anyone who can hold a matter: district, street, community, grid, department, partner."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clocks.models import Schedule
from grids.codes import CODE
from grids.enums import BodyKind
from grids.models.fields import CodeField


class Category(models.Model):
    """What a matter is about: a tree of two levels that departments answer for.

    `private` categories (disputes) are never shown in public and never pushed to departments by
    a clock (rules §5).
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=60)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("parent"),
    )
    # What else residents call it: search finds its matters by these, as by its name.
    said_as = models.CharField(_("words of residents"), max_length=400, blank=True)
    private = models.BooleanField(_("private"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                Lower("code"),
                name="category_code_once",
                violation_error_message=_("There is a category with this code already."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the reader's language; in Chinese where nobody gave an English one."""
        chinese = (get_language() or "zh").startswith("zh")
        return self.name_zh if chinese else self.name_en or self.name_zh


class Body(models.Model):
    """A body of one `kind` in the tree. `path` is `/1/5/9/`: ids from the top down to this one."""

    kind = models.CharField(_("kind"), max_length=12, choices=BodyKind.choices)
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    short_name = models.CharField(_("short name"), max_length=30, blank=True)
    code = CodeField(_("code"), max_length=20, unique=True)
    # Begins a community's references, as ZJD in ZJD-2026-0042.
    prefix = models.CharField(_("prefix of references"), max_length=6, blank=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("parent"),
    )
    path = models.CharField(max_length=120, editable=False, default="")
    active = models.BooleanField(_("active"), default=True)
    general_office = models.BooleanField(
        _("general office of its street"),
        default=False,
        help_text=_("Where a matter stands first when it reaches the departments."),
    )
    phone = models.CharField(_("public phone"), max_length=20, blank=True)
    # Of a community: whom to call when it smells of gas. Nothing is said of gas without it.
    gas_phone = models.CharField(_("gas emergency number"), max_length=20, blank=True)
    # Its shape on its community's plan: points "x,y x,y" in a field of 1000 × 700.
    outline = models.CharField(_("outline on the plan"), max_length=400, blank=True)
    schedule = models.ForeignKey(
        Schedule, null=True, blank=True, on_delete=models.PROTECT, verbose_name=_("working hours")
    )
    categories = models.ManyToManyField(Category, through="Competence", related_name="bodies")

    class Meta:
        verbose_name = _("responsible body")
        verbose_name_plural = _("responsible bodies")
        ordering = ["path"]
        indexes = [
            models.Index(fields=["path"], name="body_path", opclasses=["text_pattern_ops"]),
            models.Index(fields=["kind", "parent"], name="body_kind_parent"),
            # For the first community and the names of all, read from the index alone.
            models.Index(
                fields=["path"],
                include=["id", "code", "name", "name_en", "short_name"],
                name="body_communities",
                condition=models.Q(kind=BodyKind.COMMUNITY, active=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="body_code_plain", condition=models.Q(code__regex=f"^{CODE.pattern}$")
            ),
            models.CheckConstraint(
                name="body_kind_known", condition=models.Q(kind__in=BodyKind.values)
            ),
            models.CheckConstraint(
                name="body_top_is_district",
                condition=models.Q(kind=BodyKind.DISTRICT, parent__isnull=True)
                | (~models.Q(kind=BodyKind.DISTRICT) & models.Q(parent__isnull=False)),
            ),
            models.CheckConstraint(
                name="body_general_office_is_department",
                condition=models.Q(general_office=False) | models.Q(kind=BodyKind.DEPARTMENT),
            ),
            models.UniqueConstraint(
                fields=["parent"],
                condition=models.Q(general_office=True),
                name="body_one_general_office",
            ),
            models.UniqueConstraint(
                fields=["prefix"],
                condition=~models.Q(prefix=""),
                name="body_prefix_unique",
                violation_error_message=_("Another community already uses this prefix."),
            ),
            models.CheckConstraint(
                name="body_community_has_prefix",
                condition=models.Q(kind=BodyKind.COMMUNITY, prefix__regex=r"^[A-Z]{2,6}$")
                | (~models.Q(kind=BodyKind.COMMUNITY) & models.Q(prefix="")),
                violation_error_message=_(
                    "A community, and nothing else, has a prefix of 2 to 6 capital letters."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def stream(self) -> str:
        """Where the record of the body, its places and its people goes."""
        return f"body:{self.code}"

    @property
    def community(self) -> Body:
        """Of a grid the community that it lies in, of a community itself; asked of no other."""
        return self.parent if self.kind == BodyKind.GRID and self.parent else self

    @property
    def display_name(self) -> str:
        return self.name_en if self.name_en and in_english() else self.name

    @property
    def signed_name(self) -> str:
        """A short name to sign what the body did: 第一网格, 街道住建办.

        A community's short name is that of a place, so it signs with its whole name.
        """
        return self.display_name if self.kind == BodyKind.COMMUNITY else self.call_name

    @property
    def call_name(self) -> str:
        """The name people say, as 珠玑东; the whole name in English or if none is shorter."""
        if self.name_en and in_english():
            return self.name_en
        return self.short_name or self.name


def in_english() -> bool:
    return not (get_language() or "zh").startswith("zh")


class Competence(models.Model):
    """A department answers for a category."""

    department = models.ForeignKey(Body, on_delete=models.CASCADE, verbose_name=_("department"))
    category = models.ForeignKey(Category, on_delete=models.CASCADE, verbose_name=_("category"))

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")
        constraints = [
            models.UniqueConstraint(fields=["department", "category"], name="competence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.department} · {self.category}"
