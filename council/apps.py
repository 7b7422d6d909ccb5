from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    name = "council"
    verbose_name = _("Councils")

    def ready(self) -> None:
        from council.notices import register_notices

        register_notices()
