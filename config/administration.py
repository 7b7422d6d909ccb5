"""Django admin for administrators, opened by a posting instead of `is_staff`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.templatetags import admin_list
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.views.proof import proof_asked
from grids.rules import may_enter_administration

# What Django's own pages say, and we say better: named here for the catalogue of translations.
SAID_BY_DJANGO = (
    gettext_noop("Add"),
    gettext_noop("Add %s"),
    gettext_noop("Add %(name)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Change %s"),
    gettext_noop("Error:"),
    gettext_noop("None available"),
    # Django has these in English alone, or writes the signs of Chinese as those of English.
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
    gettext_noop("Change history: %s"),
    gettext_noop("Sorting priority: %(priority_number)s"),
    gettext_noop(
        "Deleting the %(object_name)s '%(escaped_object)s' would result in deleting related "
        "objects, but your account doesn't have permission to delete the following types of "
        "objects:"
    ),
    gettext_noop(
        "Deleting the %(object_name)s '%(escaped_object)s' would require deleting the following "
        "protected related objects:"
    ),
    gettext_noop(
        "Deleting the selected %(objects_name)s would result in deleting related objects, but "
        "your account doesn't have permission to delete the following types of objects:"
    ),
    gettext_noop(
        "Deleting the selected %(objects_name)s would require deleting the following protected "
        "related objects:"
    ),
    gettext_noop("Select a valid choice. %(value)s is not one of the available choices."),
    gettext_noop("Select a valid choice. That choice is not one of the available choices."),
    # Of lists, forms and what was done: its Chinese speaks of applications, objects and models.
    gettext_noop("Delete selected %(verbose_name_plural)s"),
    gettext_noop("Successfully deleted %(count)d %(items)s."),
    gettext_noop("Cannot delete %(name)s"),
    gettext_noop("Are you sure?"),
    gettext_noop("Action:"),
    gettext_noop("Added “%(object)s”."),
    gettext_noop("Changed “%(object)s” — %(changes)s"),
    gettext_noop("Deleted “%(object)s.”"),
    gettext_noop("Added {name} “{object}”."),
    gettext_noop("Changed {fields} for {name} “{object}”."),
    gettext_noop("Deleted {name} “{object}”."),
    gettext_noop("Select this object for an action - {}"),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("No action selected."),
    gettext_noop(
        "Items must be selected in order to perform actions on them. No items have been changed."
    ),
    gettext_noop("The %(name)s “%(obj)s” was deleted successfully."),
    gettext_noop("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    gettext_noop("View %s"),
    gettext_noop("0 of %(cnt)s selected"),
    gettext_noop("%(app)s administration"),
    gettext_noop("Run the selected action"),
    gettext_noop("Click here to select the objects across all pages"),
    gettext_noop("Select all %(total_count)s %(module_name)s"),
    gettext_noop("Models in the %(name)s application"),
    gettext_noop("You don’t have permission to view or edit anything."),
    gettext_noop("Clear all filters"),
    gettext_noop("Delete multiple objects"),
    gettext_noop(
        "Are you sure you want to delete the selected %(objects_name)s? All of the following "
        "objects and their related items will be deleted:"
    ),
    gettext_noop(" By %(filter_title)s "),
    gettext_noop("Recent actions"),
    gettext_noop("My actions"),
    gettext_noop("Start typing to filter…"),
    gettext_noop("Filter navigation items"),
    gettext_noop("Action"),
    gettext_noop(
        "This object doesn’t have a change history. It probably wasn’t added via this admin site."
    ),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Delete selected %(model)s"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("Select all objects on this page for an action"),
    gettext_noop("Select %s"),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("Objects"),
    # What stands behind a label, and behind which signs it does not.
    gettext_noop(":"),
    gettext_noop(":?.!"),
    # Of fields, in all forms.
    gettext_noop("This field is required."),
    gettext_noop("Null characters are not allowed."),
    gettext_noop("Enter a valid UUID."),
    gettext_noop("Enter a whole number."),
    gettext_noop("Enter a number."),
    gettext_noop("Enter a valid date."),
    gettext_noop("Enter a valid time."),
    gettext_noop("Enter a valid date/time."),
    gettext_noop("Ensure this value is less than or equal to %(limit_value)s."),
    gettext_noop("Ensure this value is greater than or equal to %(limit_value)s."),
)


def mark(value: bool | None) -> SafeString:
    """What Django draws for yes and no, said in the reader's language: its own is English."""
    drawn = {True: "yes", False: "no", None: "unknown"}[value]
    said = {True: _("yes"), False: _("no"), None: _("not known")}[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{drawn}.svg"), said)


admin_list._boolean_icon = mark  # type: ignore[attr-defined]


class AdministrationSite(AdminSite):
    """Administrators sign in where everybody does; there are no passwords to change."""

    site_header = _("Pavilion · administration")
    site_title = _("Administration")
    index_title = _("What you look after")
    enable_nav_sidebar = True

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and may_enter_administration(request.standing)  # type: ignore[attr-defined]

    def admin_view(
        self,
        view: Callable[..., HttpResponseBase],
        cacheable: bool = False,
    ) -> Any:
        """Strangers go to sign in and come back; signed-in people without a posting get 403."""
        inner = super().admin_view(view, cacheable)

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
            if not self.has_permission(request):
                raise PermissionDenied
            # Whatever is written here gives posts or changes rules, or what both stand on.
            if request.method == "POST":
                asked = proof_asked(request, gettext("change something in the administration"))
                if asked is not None:
                    return asked
            return inner(request, *args, **kwargs)

        return guarded

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Nobody signs in here: send people where they do."""
        return redirect_to_login(reverse("admin:index"), settings.LOGIN_URL)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Greets with what is still missing, and says that the engine stands still."""
        # Imported late, as below.
        from clocks.presentation.standstill import standstill_words
        from grids.presentation.checklist import steps_of
        from grids.queries.missing import missing_for

        missing = missing_for(request.standing, now=timezone.now())  # type: ignore[attr-defined]
        told = {"steps": steps_of(missing), "standstill": standstill_words()}
        return super().index(request, {**(extra_context or {}), **told})

    def get_urls(self) -> list[URLPattern | URLResolver]:
        passwords = {"password_change", "password_change_done"}
        kept = [url for url in super().get_urls() if getattr(url, "name", None) not in passwords]
        return [*self._import_urls(), *kept]

    def _import_urls(self) -> list[URLPattern]:
        # Imported late, because these views need the models and so the loaded apps.
        from grids.admin import imports

        return [
            path("import/", self.admin_view(imports.choose), name="import"),
            path(
                "import/template/<str:kind>.csv",
                self.admin_view(imports.template),
                name="import_template",
            ),
            path("import/<uuid:key>/", self.admin_view(imports.preview), name="import_preview"),
        ]
