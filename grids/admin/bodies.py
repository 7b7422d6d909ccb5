"""Bodies, categories and who answers for what."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from grids.actions.remove_body import remove_body
from grids.actions.remove_category import remove_category
from grids.actions.remove_competence import remove_competence
from grids.actions.save_body import save_body
from grids.actions.save_category import save_category
from grids.actions.save_competence import save_competence
from grids.admin.acting import (
    ActingAdmin,
    ActingForm,
    actor_in,
    now,
    number_to_call,
    standing_in,
    within,
)
from grids.enums import BodyKind
from grids.models import Body, Category, Competence
from grids.rules import may_administer_shared


class BodyForm(ActingForm):
    def clean_phone(self) -> str:
        return number_to_call(self.cleaned_data["phone"])

    def clean_gas_phone(self) -> str:
        return number_to_call(self.cleaned_data["gas_phone"])


@admin.register(Body)
class BodyAdmin(ActingAdmin):
    form = BodyForm
    list_display = ("tree_name", "kind", "code", "office", "active")
    list_filter = ("kind", "active")
    search_fields = ("name", "short_name", "name_en", "code")
    ordering = ("path",)
    list_select_related = ("parent",)
    fieldsets = (
        (None, {"fields": ("kind", "parent", "name", "short_name", "name_en", "code", "active")}),
        (_("Only for communities"), {"fields": ("prefix", "gas_phone")}),
        (_("Only for departments of a street"), {"fields": ("general_office",)}),
        (_("For residents"), {"fields": ("phone", "outline", "schedule")}),
    )

    @admin.display(description=_("responsible body"), ordering="path")
    def tree_name(self, body: Body) -> SafeString:
        """The name, indented by its depth in the tree."""
        depth = max(body.path.count("/") - 2, 0)
        return format_html('<span class="tree-{}">{}</span>', min(depth, 4), body.display_name)

    @admin.display(description=_("general office"))
    def office(self, body: Body) -> str:
        return gettext("general office") if body.general_office else ""

    def get_readonly_fields(self, request: HttpRequest, obj: Body | None = None) -> tuple[str, ...]:
        return ("kind", "code") if obj else ()

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "kind":
            kwargs["choices"] = [("", "---------")] + [
                choice for choice in BodyKind.choices if choice[0] != BodyKind.DISTRICT
            ]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def act_save(self, request: HttpRequest, thing: Body) -> None:
        save_body(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Body) -> None:
        remove_body(thing, actor=actor_in(request), now=now())


@admin.register(Category)
class CategoryAdmin(ActingAdmin):
    territory = None
    list_display = ("name_zh", "name_en", "code", "parent", "private", "active")
    list_select_related = ("parent",)
    list_filter = ("private", "active")
    search_fields = ("name_zh", "name_en", "said_as", "code")
    prepopulated_fields = {"code": ("name_en",)}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["queryset"] = Category.objects.filter(parent__isnull=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "name_en" and field is not None:
            field.required = False
            field.help_text = _("Empty: pages in English say the Chinese one.")
        if db_field.name == "said_as" and field is not None:
            field.help_text = _(
                "What else people call it, parted by blanks: search finds its matters by these."
            )
        if db_field.name == "private" and field is not None:
            field.help_text = _(
                "For disputes. What is public in it leaves public sight as soon as you save, and "
                "the residents are told. Unticking later shows none of it again."
            )
        return field

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_administer_shared(standing_in(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_administer_shared(standing_in(request))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_administer_shared(standing_in(request))

    def act_save(self, request: HttpRequest, thing: Category) -> None:
        save_category(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Category) -> None:
        remove_category(thing, actor=actor_in(request), now=now())


@admin.register(Competence)
class CompetenceAdmin(ActingAdmin):
    territory = "department__"
    list_display = ("department", "category")
    list_select_related = ("department", "category")
    list_filter = ("category",)
    search_fields = ("department__name", "category__name_zh", "category__name_en")

    def bodies_for(self, field: str, request: HttpRequest) -> QuerySet[Body]:
        departments = Body.objects.filter(within(standing_in(request)), kind=BodyKind.DEPARTMENT)
        return departments.order_by("path")

    def act_save(self, request: HttpRequest, thing: Competence) -> None:
        save_competence(thing, actor=actor_in(request), now=now())

    def act_remove(self, request: HttpRequest, thing: Competence) -> None:
        remove_competence(thing, actor=actor_in(request), now=now())
