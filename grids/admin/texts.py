"""What communities tell everybody in their own words."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from grids.actions.remove_public_text import remove_public_text
from grids.actions.save_public_text import save_public_text
from grids.admin.acting import ActingAdmin, actor_in, now, standing_in, within
from grids.enums import BodyKind
from grids.models import Body, PublicText


@admin.register(PublicText)
class PublicTextAdmin(ActingAdmin):
    territory = "community__"
    list_display = ("community", "kind")
    list_select_related = ("community",)

    def bodies_for(self, field: str, request: HttpRequest) -> QuerySet[Body]:
        mine = Body.objects.filter(within(standing_in(request)), kind=BodyKind.COMMUNITY)
        return mine.order_by("path")

    def act_save(self, request: HttpRequest, thing: Any) -> None:
        save_public_text(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Any) -> None:
        remove_public_text(thing, actor=actor_in(request), now=now())
