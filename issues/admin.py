"""Messages to people, for administrators, each within their own territory.

They stand in this app, because a message belongs where its matter does, and `notifications` knows
nothing of matters.
"""

from datetime import datetime

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import User
from grids.admin.acting import standing_in
from issues.actions.send_again import send_again
from issues.queries.deliveries import deliveries_within
from notifications.admin import DeliveryAdmin
from notifications.models import Delivery


@admin.register(Delivery)
class TerritoryDeliveryAdmin(DeliveryAdmin):
    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        rows: QuerySet[Delivery] = super().get_queryset(request)
        return rows.filter(pk__in=deliveries_within(standing_in(request)).values("pk"))

    def act_again(self, deliveries: list[int], *, actor: User, now: datetime) -> int:
        return send_again(deliveries, actor=actor, now=now)
