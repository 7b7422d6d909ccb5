from django import forms
from django.utils.translation import gettext_lazy as _

from issues.actions.follow import follow
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Follow, Issue


class FollowForm(ActForm):
    """关注 and 取消关注. A page to confirm, for those who come back from signing in."""

    act = Act.FOLLOW
    title = _("Follow it")
    done = _("You will be told what becomes of it. It stands under “Mine” too.")
    stopped = _("You don't follow it any more.")
    template_name_of_act = "issues/follow.html"
    anchor = "support"

    stop = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def followed(self) -> bool:
        """Whoever was signed out while letting go of it comes back to just that."""
        mine = Follow.objects.filter(issue=self.context.issue, user=self.context.person)
        return mine.exists()

    @property
    def told(self) -> str:
        return str(self.stopped if self.cleaned_data["stop"] else self.done)

    def perform(self) -> Issue:
        return follow(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            stop=self.cleaned_data["stop"],
        )
