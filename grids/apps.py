from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GridsConfig(AppConfig):
    name = "grids"
    verbose_name = _("Grids")

    def ready(self) -> None:
        from accounts.with_person import read_with_person
        from grids.queries.posts_now import posts_now

        read_with_person("posts_now", posts_now)
