from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("Grids")

    def ready(self) -> None:
        from accounts.rationing import on_rationed
        from grids.actions.tell_rationed import tell_rationed
        from grids.notices import register_notices

        on_rationed(tell_rationed)
        register_notices()
