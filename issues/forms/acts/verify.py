from django.utils.translation import gettext_lazy as _

from acting.forms.fields import choice, text_field
from issues.actions.verify import verify
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue

ANSWERS = [("yes", _("It is done as reported")), ("no", _("Something is still missing"))]


class VerifyForm(ActForm):
    act = Act.VERIFY
    title = _("Check on the spot")
    explain = _("You looked yourself. If it is there, the resident is asked for the last word.")
    explain_untold = _(
        "You looked yourself. If it is there, whoever raised it is asked by phone: they have no "
        "account."
    )
    button = _("Send what you saw")
    done = _("Written down; whoever is next will be told.")
    untold = _("Written down.")
    template_name_of_act = "issues/acts/judge.html"

    is_there = choice(_("Is it there?"), ANSWERS)
    note = text_field(_("What you saw"), rows=3, most=400, required=False)

    def perform(self) -> Issue:
        return verify(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            is_there=self.cleaned_data["is_there"] == "yes",
            note=self.cleaned_data["note"],
            seen=self.seen,
        )
