"""Base of all admin pages that write: a form sent twice is carried out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.db.models.constants import LOOKUP_SEP
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext

from accounts.forms.choices import ModelChoiceField, ModelMultipleChoiceField, TypedChoiceField
from accounts.forms.words import WordsField
from accounts.models import User
from acting.actions.once import LONGEST_RESULT, once
from acting.forms.submission import sent_key
from acting.queries.owner import owner_of

# What the lists' own filters ask; of the others some cost as much as who asks likes.
OFFERED = frozenset({"exact", "in", "isnull", "gt", "gte", "lt", "lte"})
KINDS = (models.Field, models.TextField, models.DateTimeField, models.JSONField)
NOT_OFFERED = frozenset(name for kind in KINDS for name in kind().get_lookups()) - OFFERED


class _NotDone(Exception):
    """Nothing was written: the view answered with a page that shows errors or asks to confirm."""

    def __init__(self, page: HttpResponse) -> None:
        super().__init__()
        self.page = page


class OnceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Its forms carry a key (templates/admin/); a second sending gets the first one's answer.

    Popups that add a row for another form are exempt, since they answer with a page instead of
    an address.
    """

    formfield_overrides: ClassVar[Any] = {
        models.CharField: {"form_class": WordsField},
        models.TextField: {"form_class": WordsField},
        # These are text too, by the order in which Django looks, and have rules of their own.
        models.SlugField: {"form_class": forms.SlugField},
        models.EmailField: {"form_class": forms.EmailField},
        models.ForeignKey: {"form_class": ModelChoiceField},
        models.OneToOneField: {"form_class": ModelChoiceField},
        models.ManyToManyField: {"form_class": ModelMultipleChoiceField},
    }

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        ours = {"choices_form_class": TypedChoiceField, **kwargs}
        return super().formfield_for_choice_field(db_field, request, **ours)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """No pattern that a stranger writes is run by the database: refused, as a wrong address."""
        asked = lookup.split(LOOKUP_SEP)[1:]
        return NOT_OFFERED.isdisjoint(asked) and super().lookup_allowed(lookup, value, request)

    def get_deleted_objects(
        self, objs: Sequence[models.Model] | models.QuerySet[models.Model], request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """What goes with it or keeps it, counted by kinds that an administrator knows.

        The rest are rows whose names are of the sources alone.
        """
        *_, lacking, kept = super().get_deleted_objects(objs, request)
        found = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        found.collect(objs)
        gone = [row for rows in found.model_objs.values() for row in rows]
        if kept:
            kept = [_pair(kind, number) for kind, number in _counted(found.protected).items()]
        return list(filter(None, map(_said, gone))), _counted(gone), lacking, kept

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._once(
            request, lambda: super(OnceAdmin, self).changeform_view(request, *args, **kwargs)
        )

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._once(
            request, lambda: super(OnceAdmin, self).delete_view(request, *args, **kwargs)
        )

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._once(
            request, lambda: super(OnceAdmin, self).changelist_view(request, *args, **kwargs)
        )

    def _once(self, request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
        user = request.user
        if request.method != "POST" or IS_POPUP_VAR in request.POST or not isinstance(user, User):
            return view()

        def act() -> str:
            page = view()
            if not isinstance(page, HttpResponseRedirect):
                raise _NotDone(page)
            return page.url if len(page.url) <= LONGEST_RESULT else page.url.partition("?")[0]

        key, owner = sent_key(request.POST), owner_of(request)
        form = request.path
        try:
            return HttpResponseRedirect(once(key, form=form, owner=owner, user=user, act=act))
        except _NotDone as not_done:
            return not_done.page


def _counted(rows: Iterable[models.Model]) -> dict[str, int]:
    return dict(Counter(_name(type(row)) or gettext("other records") for row in rows))


def _said(row: models.Model) -> str:
    name = _name(type(row))
    return _pair(capfirst(name), row) if name else ""


def _pair(one: object, other: object) -> str:
    return gettext("{who}: {said}").format(who=one, said=other)


def _name(kind: type[models.Model]) -> str:
    """Empty where it has none but that of its class."""
    name = kind._meta.verbose_name
    return str(name) if isinstance(name, Promise) else ""
