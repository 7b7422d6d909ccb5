"""How long before it a council calls a sitting."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from council.actions.councils.save_notice_rule import remove_notice_rule, save_notice_rule
from council.models import Council, NoticeRule
from grids.admin.acting import ActingAdmin, actor_in, now, standing_in, within


@admin.register(NoticeRule)
class NoticeRuleAdmin(ActingAdmin):
    territory = "council__body__"
    list_display = ("council", "matter_class_words", "working_days")
    list_select_related = ("council__body",)
    search_fields = ("council__body__name", "council__body__code")

    @admin.display(description=_("class"))
    def matter_class_words(self, rule: NoticeRule) -> str:
        return str(rule.get_matter_class_display())

    def get_readonly_fields(
        self, request: HttpRequest, obj: NoticeRule | None = None
    ) -> tuple[str, ...]:
        return ("council", "matter_class") if obj else ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "council":
            theirs = Council.objects.filter(within(standing_in(request), "body__"), active=True)
            kwargs["queryset"] = theirs.select_related("body")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def act_save(self, request: HttpRequest, thing: NoticeRule) -> None:
        save_notice_rule(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: NoticeRule) -> None:
        remove_notice_rule(thing, actor=actor_in(request), now=now())
