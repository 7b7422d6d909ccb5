from django.utils.translation import gettext_lazy as _

from acting.forms.fields import line, text_field
from issues.actions.settle import settle
from issues.enums.acts import Act
from issues.forms.acts.pictured import PicturedForm
from issues.forms.acts.public_words import OFFICES
from issues.forms.acts.talk import TalkForm
from issues.models import Issue


class SettleForm(PicturedForm, TalkForm):
    act = Act.SETTLE
    title = _("Settle it on the spot")
    explain = _("Write down what was agreed; the resident is then asked whether it is solved.")
    explain_untold = _(
        "Write down what was agreed. Whoever raised it has no account: ask by phone whether it is "
        "solved."
    )
    button = _("Settled: ask the resident")
    button_untold = _("Settled: ask by phone")
    done = _("Settled; the resident is asked whether it is solved.")
    untold = _("Settled.")
    more = ("participants", "held_at", "venue", "place")
    field_order = ("agreed", "no_picture_reason", "kind", "head_count")
    public_words = {"agreed": OFFICES, "no_picture_reason": OFFICES}

    agreed = text_field(_("What was agreed and done"), rows=3)
    no_picture_reason = line(_("No picture? Say why"), most=200, required=False)

    def perform(self) -> Issue:
        data = self.cleaned_data
        return settle(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            talk=self.talk_of(agreed=data["agreed"]),
            photos=self.uploads,
            no_picture_reason=data["no_picture_reason"],
            seen=self.seen,
        )
