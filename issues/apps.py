from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IssuesConfig(AppConfig):
    name = "issues"
    verbose_name = _("Issues")

    def ready(self) -> None:
        from accounts.sign_in import on_signed_in
        from grids.made_private import on_made_private
        from issues.actions.hide_category import hide_category
        from issues.notices import register_notices
        from issues.views.signed_in import raise_waiting

        on_signed_in(raise_waiting)
        on_made_private(hide_category)
        register_notices()
