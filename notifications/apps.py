from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        from accounts.with_person import read_with_person
        from notifications.queries.happenings import own_news

        read_with_person("own_news", own_news)
