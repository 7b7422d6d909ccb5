"""Base of our admin pages, where saving and deleting go through an action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from accounts.models import User
from acting.admin.once import OnceAdmin
from acting.refusals import Refused, Unavailable
from grids.enums import Role
from grids.importing.prepared import no_number
from grids.importing.words import to_call
from grids.models import Body
from grids.standing import Standing


def standing_in(request: HttpRequest) -> Standing:
    standing: Standing = request.standing  # type: ignore[attr-defined]
    return standing


def actor_in(request: HttpRequest) -> User:
    """The administrator who asks; the site lets nobody else in."""
    if not isinstance(request.user, User):
        raise TypeError("The administration is entered by people who signed in.")
    return request.user


def within(standing: Standing, prefix: str = "") -> Q:
    """Rows whose body lies in the administrator's subtrees; `prefix` leads to it, as `grid__`."""
    found = Q(pk__in=[])
    for path in standing.paths(Role.ADMINISTRATOR):
        found |= Q(**{f"{prefix}path__startswith": path})
    return found


class ActingForm(forms.ModelForm):  # type: ignore[type-arg]
    """Tries the action and takes it back while validating, so a refusal appears at its field."""

    # The admin sets it for the form of one request.
    rehearse: Callable[[Any], None] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Numbers are no words: no device keeps them (static/js/administration.js)."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name.endswith("phone") and isinstance(field.widget, forms.TextInput):
                field.widget.input_type = "tel"

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        rehearse = self.rehearse
        if self.errors or rehearse is None:
            return
        identity = self.instance.pk
        try:
            with transaction.atomic():
                rehearse(self.instance)
                transaction.set_rollback(True)
        except Refused as refused:
            self.add_error(refused.field if refused.field in self.fields else None, str(refused))
        finally:
            self.instance.pk = identity
            self.instance._state.adding = identity is None


def number_to_call(typed: str) -> str:
    """What a page shows for everybody to call, as it is kept; refused if nobody can call it."""
    number = to_call(typed)
    if number is None:
        raise forms.ValidationError(no_number())
    return number


class ActingAdmin(OnceAdmin):
    """`act_save` and `act_remove` call actions; `territory` leads from the row to its body."""

    form = ActingForm
    territory: str | None = ""
    list_per_page = 50
    show_full_result_count = False
    # No bulk deletion: it would bypass the actions.
    actions = None

    def act_save(self, request: HttpRequest, thing: Any) -> None:
        raise NotImplementedError

    def act_remove(self, request: HttpRequest, thing: Any) -> None:
        raise NotImplementedError

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        if self.territory is None:
            return rows
        return rows.filter(within(standing_in(request), self.territory))

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.rehearse = staticmethod(lambda thing: self.act_save(request, thing))  # type: ignore[attr-defined]
        return form

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer only bodies of the administrator's subtrees."""
        if issubclass(db_field.related_model, Body) and "queryset" not in kwargs:
            kwargs["queryset"] = self.bodies_for(db_field.name, request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def bodies_for(self, field: str, request: HttpRequest) -> QuerySet[Body]:
        return Body.objects.filter(within(standing_in(request))).order_by("path")

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        self.act_save(request, obj)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self.act_remove(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for thing in queryset:
            self.act_remove(request, thing)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._in_words(
            request, lambda: super(ActingAdmin, self).changeform_view(request, *args, **kwargs)
        )

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._in_words(
            request, lambda: super(ActingAdmin, self).delete_view(request, *args, **kwargs)
        )

    def _in_words(self, request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
        """Show as a message what only the act itself finds out, as when two people save at once."""
        try:
            return view()
        except Unavailable:
            raise
        except Refused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)


now = timezone.now
