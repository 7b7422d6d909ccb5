from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    name = "council"
    verbose_name = _("Councils")

    def ready(self) -> None:
        from council.actions.calls.take_idea import invitation_to
        from council.notices import register_notices
        from council.queries.bookings import talk_at
        from council.queries.sitting_subjects import talk_written_down
        from grids.talks import Talks, on_talks
        from issues.origins import on_invitation

        register_notices()
        on_invitation(invitation_to)
        on_talks(Talks(begun_at=talk_at, written_down=talk_written_down))
