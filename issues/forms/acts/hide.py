from django.utils.translation import gettext_lazy as _

from acting.forms.fields import line
from issues.actions.hide import hide
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue


class HideForm(ActForm):
    act = Act.HIDE
    title = _("Hide it")
    explain = _("It disappears from the public pages; the reason stays on record.")
    button = _("Hide it")
    done = _("Hidden; the reason is on record and the resident will be told.")
    untold = _("Hidden; the reason is on record.")

    reason = line(_("Why it is hidden"), most=200)

    def perform(self) -> Issue:
        return hide(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            reason=self.cleaned_data["reason"],
            seen=self.seen,
        )
