"""Messages that did not reach people, and an action that sends them again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from acting.admin.once import OnceAdmin
from notifications.actions.retry import retry
from notifications.enums import DropReason
from notifications.models import Delivery
from notifications.rendering import render_all


def words_of(deliveries: Iterable[Delivery]) -> list[str]:
    """The title of each message, which holds no names or phone numbers."""
    notices = [delivery.notice for delivery in deliveries]
    return [
        words.title for words in render_all([(n.kind, n.version, n.parameters) for n in notices])
    ]


class WordedList(ChangeList):
    """Puts all messages of the page into words at once."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        shown = list(self.result_list)
        for delivery, words in zip(shown, words_of(shown), strict=True):
            delivery.words = words
        self.result_list = shown


class FaultFilter(admin.SimpleListFilter):
    """Filter by the reason why a message was not sent, in words."""

    title = _("last fault")
    parameter_name = "fault"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        found = model_admin.get_queryset(request).exclude(last_error="")
        codes = found.order_by("last_error").values_list("last_error", flat=True).distinct()
        return [(code, fault_words(code)) for code in codes]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> QuerySet[Delivery]:
        return queryset.filter(last_error=self.value()) if self.value() else queryset


def fault_words(code: str) -> str:
    return str(dict(DropReason.choices).get(code, code))


class DeliveryAdmin(OnceAdmin):
    """Read-only, without names and phone numbers of people.

    An app that knows to which territory a message belongs registers it.
    """

    list_display = ["about", "channel", "state", "attempts", "fault", "sent_at"]
    list_filter = ["state", "channel", FaultFilter]
    list_select_related = ["notice"]
    ordering = ["-id"]
    fields = [
        *("about", "urgent", "channel", "state", "attempts"),
        *("next_try_at", "lease_until", "fault", "sent_at"),
    ]
    readonly_fields = ("about", "urgent", "fault")
    actions = ["send_again"]
    show_full_result_count = False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return WordedList

    @admin.display(description=_("message"))
    def about(self, delivery: Delivery) -> str:
        words: str = getattr(delivery, "words", "") or words_of([delivery])[0]
        return words

    @admin.display(description=_("urgent"), boolean=True)
    def urgent(self, delivery: Delivery) -> bool:
        return delivery.notice.urgent

    @admin.display(description=_("last fault"))
    def fault(self, delivery: Delivery) -> str:
        return fault_words(delivery.last_error)

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
