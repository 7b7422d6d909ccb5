"""Councils and their seats. Who sits on them is decided on the pages of the council."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from council.actions.councils.remove_council import remove_council
from council.actions.councils.remove_seat import remove_seat
from council.actions.councils.save_council import save_council
from council.actions.councils.save_seat import save_seat
from council.models import Council, Seat
from grids.admin.acting import ActingAdmin, actor_in, now, standing_in, within
from grids.enums import BodyKind
from grids.models import Body


@admin.register(Council)
class CouncilAdmin(ActingAdmin):
    territory = "body__"
    list_display = ("name", "quorum", "posting_days", "term_months", "active")
    list_select_related = ("body",)
    list_filter = ("active",)
    search_fields = ("body__name", "body__short_name", "body__code")
    fields = (
        "body",
        "quorum_numerator",
        "quorum_denominator",
        "needs_each_kind",
        "seconds_needed",
        "posting_days",
        "term_months",
        "active",
    )

    @admin.display(description=_("quorum"))
    def quorum(self, council: Council) -> str:
        return f"{council.quorum_numerator}/{council.quorum_denominator}"

    def bodies_for(self, field: str, request: HttpRequest) -> QuerySet[Body]:
        kinds = [BodyKind.GRID, BodyKind.COMMUNITY]
        bodies = Body.objects.filter(within(standing_in(request)), kind__in=kinds, active=True)
        return bodies.order_by("path")

    def get_readonly_fields(
        self, request: HttpRequest, obj: Council | None = None
    ) -> tuple[str, ...]:
        return ("body",) if obj else ()

    def act_save(self, request: HttpRequest, thing: Council) -> None:
        save_council(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Council) -> None:
        remove_council(thing, actor=actor_in(request), now=now())


@admin.register(Seat)
class SeatAdmin(ActingAdmin):
    territory = "council__body__"
    list_display = ("council", "kind", "number")
    list_select_related = ("council__body",)
    search_fields = ("council__body__name", "council__body__code")

    def get_readonly_fields(self, request: HttpRequest, obj: Seat | None = None) -> tuple[str, ...]:
        return ("council", "kind") if obj else ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "council":
            theirs = Council.objects.filter(within(standing_in(request), "body__"), active=True)
            kwargs["queryset"] = theirs.select_related("body")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def act_save(self, request: HttpRequest, thing: Seat) -> None:
        save_seat(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Seat) -> None:
        remove_seat(thing, actor=actor_in(request), now=now())
