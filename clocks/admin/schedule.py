"""Working hours, for administrators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from acting.admin.once import OnceAdmin
from clocks.actions.delete_schedule import delete_schedule
from clocks.actions.save_schedule import save_schedule
from clocks.admin.actor import actor_of
from clocks.forms import ScheduleForm
from clocks.models import Schedule


@admin.register(Schedule)
class ScheduleAdmin(OnceAdmin):
    form = ScheduleForm
    list_display = ["name", "periods"]
    search_fields = ["name"]
    # No bulk deletion: it would bypass `delete_schedule`.
    actions = None

    def save_model(self, request: HttpRequest, obj: Schedule, form: Any, change: bool) -> None:
        save_schedule(
            obj, name=obj.name, periods=obj.periods, actor=actor_of(request), now=timezone.now()
        )

    def delete_model(self, request: HttpRequest, obj: Schedule) -> None:
        delete_schedule(obj, actor=actor_of(request), now=timezone.now())
