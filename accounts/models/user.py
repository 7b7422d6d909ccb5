"""A person, known by a phone number."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth import get_backends
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import Language


class UserManager(BaseUserManager["User"]):
    def create_user(self, phone: str | None, *, name: str = "", **fields: Any) -> User:
        """Create a person, who signs in by code and has no password."""
        user = self.model(phone=phone, name=name, **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person. The phone is E.164 and null once the person is erased.

    What someone may do depends on their postings (`grids`), never on a flag here.
    """

    phone = models.CharField(_("phone"), max_length=16, unique=True, null=True, blank=True)
    phone_verified = models.BooleanField(_("phone verified"), default=False)
    name = models.CharField(_("name shown"), max_length=40, blank=True)
    # Given and proved by the person. A family may share one, as nobody signs in with it.
    email = models.EmailField(_("e-mail"), blank=True, default="")
    language = models.CharField(
        _("language"), max_length=7, choices=Language.choices, default=Language.CHINESE
    )
    large_print = models.BooleanField(_("large print"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    USERNAME_FIELD = "phone"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                name="user_erased_has_no_phone",
                condition=models.Q(erased_at__isnull=True) | models.Q(phone__isnull=True),
            ),
            models.CheckConstraint(
                name="user_erased_has_no_email",
                condition=models.Q(erased_at__isnull=True) | models.Q(email=""),
            ),
            models.CheckConstraint(
                name="user_phone_is_e164",
                condition=models.Q(phone__isnull=True)
                | models.Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(_("Neighbour"))

    @property
    def is_staff(self) -> bool:
        """Only templates of Django admin ask this; the posting as administrator decides."""
        return self.has_module_perms("admin")

    def has_perm(self, permission: str, obj: models.Model | None = None) -> bool:
        return self.is_active and any(
            backend.has_perm(self, permission, obj)
            for backend in get_backends()
            if hasattr(backend, "has_perm")
        )

    def has_perms(self, permissions: list[str], obj: models.Model | None = None) -> bool:
        return all(self.has_perm(permission, obj) for permission in permissions)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and any(
            backend.has_module_perms(self, app_label)
            for backend in get_backends()
            if hasattr(backend, "has_module_perms")
        )
