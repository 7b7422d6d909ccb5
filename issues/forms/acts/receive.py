from django.utils.translation import gettext_lazy as _

from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue


class ReceiveForm(ActForm):
    act = Act.RECEIVE
    title = _("Take it in")
    explain = _(
        "The resident is told at once. Whoever takes a matter in first stays its contact to the "
        "end."
    )
    button = _("Take it in")
    done = _("Taken in; the resident will be told.")
    untold = _("Taken in.")

    def perform(self) -> Issue:
        return receive(self.context.issue, actor=self.context.person, now=self.context.now)
