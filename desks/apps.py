from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DesksConfig(AppConfig):
    name = "desks"
    verbose_name = _("Desks")

    def ready(self) -> None:
        from desks.views.news import DESK, HOME, ME, news_of_desk, news_of_home, news_of_me
        from notifications.news import register_page

        register_page(DESK, news_of_desk)
        register_page(ME, news_of_me)
        register_page(HOME, news_of_home)
