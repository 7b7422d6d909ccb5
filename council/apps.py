from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    name = "council"
    verbose_name = _("Councils")

    def ready(self) -> None:
        from council.actions.calls.take_idea import invitation_to
        from council.notices import register_notices
        from issues.origins import on_invitation

        register_notices()
        on_invitation(invitation_to)
