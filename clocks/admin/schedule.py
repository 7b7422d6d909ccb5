"""Working hours, for administrators."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from clocks.actions.delete_schedule import delete_schedule
from clocks.actions.save_schedule import save_schedule
from clocks.admin.actor import actor_of
from clocks.forms import ScheduleForm
from clocks.models import Schedule


@admin.register(Schedule)
class ScheduleAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = ScheduleForm
    list_display = ["name", "periods"]
    search_fields = ["name"]

    def save_model(self, request: HttpRequest, obj: Schedule, form: Any, change: bool) -> None:
        save_schedule(
            obj, name=obj.name, periods=obj.periods, actor=actor_of(request), now=timezone.now()
        )

    def delete_model(self, request: HttpRequest, obj: Schedule) -> None:
        delete_schedule(obj, actor=actor_of(request), now=timezone.now())

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Schedule]) -> None:
        for schedule in queryset:
            self.delete_model(request, schedule)
