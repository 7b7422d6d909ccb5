from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("Grids")

    def ready(self) -> None:
        from accounts.rationing import on_rationed
        from accounts.with_person import read_with_person
        from grids.actions.tell_rationed import tell_rationed
        from grids.notices import register_notices
        from grids.queries.posts_now import posts_now

        read_with_person("posts_now", posts_now)
        on_rationed(tell_rationed)
        register_notices()
