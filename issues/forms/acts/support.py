from django.utils.translation import gettext_lazy as _

from issues.actions.support import support
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue


class SupportForm(ActForm):
    """我家也遇到. A page to confirm, for those who come back from signing in."""

    act = Act.SUPPORT
    limit = "supports"
    title = _("The same happened to us")
    done = _("Noted: the same happened to you. Under “Mine” you follow what becomes of it.")
    template_name_of_act = "issues/support.html"
    anchor = "support"

    def perform(self) -> Issue:
        return support(self.context.issue, actor=self.context.person, now=self.context.now)
