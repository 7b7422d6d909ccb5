from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from accounts.sentences import say_what_is_offered

say_what_is_offered()


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from accounts import checks  # noqa: F401
