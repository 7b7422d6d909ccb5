from django.utils.translation import gettext_lazy as _

from acting.forms.fields import line
from issues.actions.keep_private import keep_private
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue


class KeepPrivateForm(ActForm):
    act = Act.KEEP_PRIVATE
    title = _("Keep it private")
    explain = _("Only the resident and those who work on it will read it.")
    button = _("Keep it private")
    done = _("It stays private; the resident will be told.")
    untold = _("It stays private.")

    reason = line(_("Why"), most=200, required=False)

    def perform(self) -> Issue:
        return keep_private(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            reason=self.cleaned_data["reason"],
            seen=self.seen,
        )
