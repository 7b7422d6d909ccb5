"""Bodies of one kind, for reading."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.enums import BodyKind
from grids.models.body import Body


class KindManager(models.Manager[Any]):
    """Only the bodies of one kind."""

    def __init__(self, kind: BodyKind) -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(kind=self.kind)


class District(Body):
    objects: ClassVar[KindManager] = KindManager(BodyKind.DISTRICT)

    class Meta:
        proxy = True
        verbose_name = _("district")
        verbose_name_plural = _("districts")


class Street(Body):
    objects: ClassVar[KindManager] = KindManager(BodyKind.STREET)

    class Meta:
        proxy = True
        verbose_name = _("street")
        verbose_name_plural = _("streets")


class Community(Body):
    objects: ClassVar[KindManager] = KindManager(BodyKind.COMMUNITY)

    class Meta:
        proxy = True
        verbose_name = _("community")
        verbose_name_plural = _("communities")


class Grid(Body):
    objects: ClassVar[KindManager] = KindManager(BodyKind.GRID)

    class Meta:
        proxy = True
        verbose_name = _("grid")
        verbose_name_plural = _("grids")


class Department(Body):
    objects: ClassVar[KindManager] = KindManager(BodyKind.DEPARTMENT)

    class Meta:
        proxy = True
        verbose_name = _("department")
        verbose_name_plural = _("departments")


class Partner(Body):
    objects: ClassVar[KindManager] = KindManager(BodyKind.PARTNER)

    class Meta:
        proxy = True
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
