"""Who has which role where. People are found by phone; lists show it masked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from accounts.phones import NotAMobile, mask, normalise
from accounts.queries.person import person_by_phone
from acting.forms.fields import DayField
from grids.actions.correct_posting import correct_posting
from grids.actions.end_posting import end_posting
from grids.actions.enlist import enlist
from grids.actions.give_posting import give_posting
from grids.admin.acting import ActingAdmin, ActingForm, actor_in, now, number_to_call
from grids.admin.devices import devices
from grids.importing.postings import is_other
from grids.models import Posting


class PostingForm(ActingForm):
    phone = WordsField(
        label=_("phone"),
        max_length=40,
        help_text=_("The mobile number that the person signs in with."),
    )
    person_name = WordsField(
        label=_("Name"),
        max_length=40,
        help_text=_("Shown to residents. Kept as it is if the person already has a name."),
    )

    class Meta:
        model = Posting
        fields = ("body", "role", "starts_on", "ends_on", "work_phone")
        field_classes = {"starts_on": DayField, "ends_on": DayField}

    def clean_phone(self) -> str:
        try:
            return normalise(self.cleaned_data["phone"])
        except NotAMobile as error:
            raise forms.ValidationError(
                _("This is no mobile number. It has 11 digits and begins with 1.")
            ) from error

    def clean_work_phone(self) -> str:
        return number_to_call(self.cleaned_data["work_phone"])

    def clean(self) -> dict[str, Any]:
        """A number that is known under another name is asked about: only a person can say."""
        data: dict[str, Any] = super().clean() or {}
        known = person_by_phone(data.get("phone", ""))
        if known is not None and is_other(known.name, data.get("person_name", "")):
            self.add_error(
                "person_name",
                _(
                    "This number is known as “%(name)s”. If it is the same person, write that"
                    " name; otherwise look at the number again."
                )
                % {"name": known.name},
            )
        return data

    def _post_clean(self) -> None:
        if not self.errors:
            self.instance.phone_typed = self.cleaned_data["phone"]
            self.instance.name_typed = self.cleaned_data["person_name"]
        super()._post_clean()

    def _get_validation_exclusions(self) -> set[str]:
        """The person isn't validated here, since the act finds or creates them afterwards."""
        return {*super()._get_validation_exclusions(), "user"}  # type: ignore[misc]


class CorrectionForm(ActingForm):
    class Meta:
        model = Posting
        fields = ("ends_on", "work_phone")
        field_classes = {"ends_on": DayField}

    def clean_work_phone(self) -> str:
        return number_to_call(self.cleaned_data["work_phone"])


class InForceFilter(admin.SimpleListFilter):
    title = _("in force")
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("now", gettext("In force now")),
            ("later", gettext("Not begun yet")),
            ("past", gettext("Ended")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Posting]) -> QuerySet[Posting]:
        day = timezone.localdate()
        ended = Q(ends_on__lt=day)
        match self.value():
            case "now":
                return queryset.filter(~ended, starts_on__lte=day)
            case "later":
                return queryset.filter(starts_on__gt=day)
            case "past":
                return queryset.filter(ended)
        return queryset


@admin.register(Posting)
class PostingAdmin(ActingAdmin):
    territory = "body__"
    list_display = ("person", "phone_masked", "role", "body", "starts_on", "ends_on")
    list_select_related = ("user", "body")
    list_filter = (InForceFilter, "role")
    search_fields = ("user__name", "body__name", "body__code")

    @admin.display(description=_("person"), ordering="user__name")
    def person(self, posting: Posting) -> str:
        return str(posting.user)

    @admin.display(description=_("phone"))
    def phone_masked(self, posting: Posting) -> str:
        return mask(posting.user.phone)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        kwargs["form"] = CorrectionForm if obj else PostingForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj:
            return ["person", "phone_masked", "body", "role", "starts_on", "ends_on", "work_phone"]
        return ["phone", "person_name", "body", "role", "starts_on", "ends_on", "work_phone"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["person", "phone_masked", "body", "role", "starts_on"] if obj else []

    def get_urls(self) -> list[URLPattern]:
        address, view = "<path:posting_id>/devices/", self.admin_site.admin_view(devices)
        return [path(address, view, name="grids_posting_devices"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Tell the template whether the posting is in force: only then its page has devices."""
        posting: Posting | None = context.get("original")
        in_force = Posting.objects.active_at(now())
        context["is_in_force"] = posting and in_force.filter(pk=posting.pk).exists()
        return super().render_change_form(request, context, *args, **kwargs)

    def act_save(self, request: HttpRequest, thing: Posting) -> None:
        actor = actor_in(request)
        if thing.pk is not None:
            correct_posting(
                thing,
                ends_on=thing.ends_on,
                work_phone=thing.work_phone,
                actor=actor,
                now=now(),
            )
            return
        person = enlist(thing.phone_typed, name=thing.name_typed, now=now())
        given = give_posting(
            person,
            body=thing.body,
            role=thing.role,
            starts_on=thing.starts_on,
            ends_on=thing.ends_on,
            work_phone=thing.work_phone,
            actor=actor,
            now=now(),
        )
        thing.pk, thing.user = given.pk, person

    def act_remove(self, request: HttpRequest, thing: Posting) -> None:
        """End the posting as of yesterday instead of deleting it, so that it stays known."""
        yesterday = timezone.localdate() - timedelta(days=1)
        end_posting(thing, last_day=yesterday, actor=actor_in(request), now=now())

    # Django's own log would keep names after they are erased. Our record has the entry.
    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any: ...

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any: ...

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any: ...
