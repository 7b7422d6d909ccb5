"""What did not reach people, and one thing to do about it."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin.once import OnceAdmin
from accounts.models import User
from notifications.actions.retry import retry
from notifications.enums import DropReason
from notifications.models import Delivery


class DeliveryAdmin(OnceAdmin):
    """To be read only; names and numbers stay out, who must know finds the person elsewhere.

    Registered by the app that knows which messages belong to whose territory.
    """

    list_display = ["id", "kind", "channel", "state", "attempts", "next_try_at", "fault", "sent_at"]
    list_filter = ["state", "channel", "last_error"]
    list_select_related = ["notice"]
    ordering = ["-id"]
    fields = [
        *("kind", "urgent", "channel", "state", "attempts"),
        *("next_try_at", "lease_until", "fault", "sent_at"),
    ]
    readonly_fields = ("kind", "urgent", "fault")
    actions = ["send_again"]
    show_full_result_count = False

    @admin.display(description=_("kind"))
    def kind(self, delivery: Delivery) -> str:
        return delivery.notice.kind

    @admin.display(description=_("urgent"), boolean=True)
    def urgent(self, delivery: Delivery) -> bool:
        return delivery.notice.urgent

    @admin.display(description=_("last fault"))
    def fault(self, delivery: Delivery) -> str:
        labels = dict(DropReason.choices)
        return str(labels.get(delivery.last_error, delivery.last_error))

    @admin.action(description=_("Send again what failed"))
    def send_again(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> None:
        actor = request.user if isinstance(request.user, User) else None
        if actor is None:
            return
        chosen = list(queryset.values_list("pk", flat=True))
        amount = self.act_again(chosen, actor=actor, now=timezone.now())
        words = ngettext(
            "%(amount)d message is tried again.", "%(amount)d messages are tried again.", amount
        )
        self.message_user(request, words % {"amount": amount}, messages.SUCCESS)

    def act_again(self, deliveries: list[int], *, actor: User, now: datetime) -> int:
        return retry(deliveries, actor=actor, now=now)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
