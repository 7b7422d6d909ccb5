"""The calendar, for administrators: a revision is added, never changed or removed."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acting.admin.once import OnceAdmin
from clocks.actions.add_days import add_days
from clocks.admin.actor import actor_of
from clocks.forms import RevisionForm
from clocks.models import CalendarDay, CalendarRevision


class DayInline(admin.TabularInline):  # type: ignore[type-arg]
    model = CalendarDay
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(CalendarRevision)
class CalendarRevisionAdmin(OnceAdmin):
    list_display = ["id", "year", "note", "day_count", "made_by", "created_at"]
    list_display_links = ["id", "note"]
    list_select_related = ["made_by"]
    inlines = [DayInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[CalendarRevision]:
        revisions: QuerySet[CalendarRevision] = super().get_queryset(request)
        return revisions.annotate(day_count=Count("days"))

    @admin.display(description=_("days"))
    def day_count(self, revision: CalendarRevision) -> int:
        return int(getattr(revision, "day_count", 0))

    def get_fields(self, request: HttpRequest, obj: CalendarRevision | None = None) -> list[Any]:
        return ["year", "note", "made_by", "created_at"] if obj else ["year", "note", "days"]

    def get_inlines(self, request: HttpRequest, obj: CalendarRevision | None) -> list[Any]:
        return self.inlines if obj else []

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,
        **kwargs: Any,
    ) -> Any:
        if obj is None:
            kwargs["form"] = RevisionForm
        return super().get_form(request, obj, change=change, **kwargs)

    def save_model(
        self,
        request: HttpRequest,
        obj: CalendarRevision,
        form: Any,
        change: bool,
    ) -> None:
        made = add_days(
            form.cleaned_data["days"],
            note=obj.note,
            year=obj.year,
            actor=actor_of(request),
            now=timezone.now(),
        )
        obj.pk, obj.created_at, obj.made_by = made.pk, made.created_at, made.made_by

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
