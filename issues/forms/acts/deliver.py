from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import line, moment_field, text_field
from issues.actions.deliver import CHECKED, deliver
from issues.enums.acts import Act
from issues.forms.acts.pictured import PicturedForm
from issues.forms.acts.public_words import OFFICES, PublicWordsForm
from issues.inputs import MOST_COUNTED, MOST_MONEY, NewOutcome
from issues.models import Issue
from issues.refusals import NOT_YUAN
from issues.rules import holds_lead


class DeliverForm(PicturedForm, PublicWordsForm):
    act = Act.DELIVER
    title = _("Report the result")
    explain = _("What was done, with a picture. Grid or community then looks on the spot.")
    button = _("Report the result")
    done = _("The result is reported.")
    more = ("paid_by", "count", "count_of", "delivered_at")
    more_label = _("More: who paid, how many, when")
    field_order = ("text", "no_picture_reason", "money")
    public_words = dict.fromkeys(("text", "no_picture_reason", "paid_by", "count_of"), OFFICES)

    text = text_field(_("What was done"))
    no_picture_reason = line(_("No picture? Say why"), most=200, required=False)
    money = forms.DecimalField(
        label=_("Money spent, in yuan"),
        required=False,
        min_value=0,
        max_value=MOST_MONEY,
        max_digits=12,
        decimal_places=2,
        error_messages=dict.fromkeys(
            ("invalid", "max_digits", "max_decimal_places", "max_whole_digits"), NOT_YUAN
        ),
    )
    paid_by = line(_("Who paid"), most=80, required=False)
    count = forms.IntegerField(
        label=_("How many"), required=False, min_value=0, max_value=MOST_COUNTED
    )
    count_of = line(_("Of what"), most=40, required=False, help_text=_("As: sewers cleared"))
    delivered_at = moment_field(_("When it was done"))

    @property
    def explained(self) -> str:
        """What happens next: who will look at the result, or that the lead is told of a part."""
        facts = self.context.facts
        if not holds_lead(self.context.standing, facts):
            return gettext("What your body did for its part. Whoever leads the matter is told.")
        if facts.lead is None or facts.lead.kind in CHECKED:
            return str(self.explain)
        if self.tells_nobody:
            return gettext(
                "What was done, with a picture. Whoever raised it has no account: ask by phone "
                "whether it is solved."
            )
        return gettext(
            "What was done, with a picture. The resident is then asked whether it is solved."
        )

    def perform(self) -> Issue:
        data = self.cleaned_data
        result = NewOutcome(
            text=data["text"],
            money=data["money"],
            paid_by=data["paid_by"],
            count=data["count"],
            count_of=data["count_of"],
            delivered_at=data["delivered_at"],
            photos=self.uploads,
            no_picture_reason=data["no_picture_reason"],
        )
        return deliver(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            result=result,
            seen=self.seen,
        )
