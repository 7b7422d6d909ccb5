"""Estates, buildings and venues."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from grids.actions.remove_building import remove_building
from grids.actions.remove_estate import remove_estate
from grids.actions.remove_venue import remove_venue
from grids.actions.save_building import save_building
from grids.actions.save_estate import save_estate
from grids.actions.save_venue import save_venue
from grids.admin.acting import ActingAdmin, actor_in, now, standing_in, within
from grids.enums import BodyKind
from grids.models import Body, Building, Estate, Venue


class PlaceAdmin(ActingAdmin):
    body_kind = BodyKind.GRID

    def bodies_for(self, field: str, request: HttpRequest) -> QuerySet[Body]:
        bodies = Body.objects.filter(within(standing_in(request)), kind=self.body_kind)
        return bodies.order_by("path")


@admin.register(Estate)
class EstateAdmin(PlaceAdmin):
    body_kind = BodyKind.COMMUNITY
    territory = "community__"
    list_display = ("name", "name_en", "community")
    list_select_related = ("community",)
    search_fields = ("name", "name_en")

    def act_save(self, request: HttpRequest, thing: Estate) -> None:
        save_estate(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Estate) -> None:
        remove_estate(thing, actor=actor_in(request), now=now())


@admin.register(Building)
class BuildingAdmin(PlaceAdmin):
    territory = "grid__"
    list_display = ("number", "kind", "estate", "grid", "name_en", "position")
    list_select_related = ("estate", "grid")
    list_filter = ("kind",)
    search_fields = ("number", "name_en", "estate__name", "estate__name_en")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "estate":
            kwargs["queryset"] = Estate.objects.filter(within(standing_in(request), "community__"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def act_save(self, request: HttpRequest, thing: Building) -> None:
        save_building(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Building) -> None:
        remove_building(thing, actor=actor_in(request), now=now())


@admin.register(Venue)
class VenueAdmin(PlaceAdmin):
    territory = "grid__"
    list_display = ("name", "kind", "grid", "code", "active", "poster")
    list_select_related = ("grid",)
    list_filter = ("kind", "active")
    search_fields = ("name", "name_en", "place", "code")

    @admin.display(description=_("poster"))
    def poster(self, venue: Venue) -> SafeString:
        address = reverse("grids:poster", args=[venue.code])
        return format_html('<a href="{}">{}</a>', address, _("Print the poster"))

    def act_save(self, request: HttpRequest, thing: Venue) -> None:
        save_venue(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Venue) -> None:
        remove_venue(thing, actor=actor_in(request), now=now())
