from django.utils.translation import gettext_lazy as _

from acting.forms.fields import NOT_NOW, moment_field, text_field
from issues.actions.find import find
from issues.enums.acts import Act
from issues.forms.acts.pictured import PicturedForm
from issues.forms.acts.public_words import OFFICES, PublicWordsForm
from issues.models import Issue


class FindForm(PicturedForm, PublicWordsForm):
    act = Act.FIND
    title = _("Write down a finding")
    explain = _("What was seen on the spot: it travels with the matter to whoever has it next.")
    button = _("Write it down")
    done = _("The finding stands with the matter.")
    more = ("found_at",)
    more_label = NOT_NOW
    public_words = {"text": OFFICES}

    text = text_field(_("What you found"))
    found_at = moment_field(_("When you were there"))

    def perform(self) -> Issue:
        data = self.cleaned_data
        return find(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            text=data["text"],
            found_at=data["found_at"],
            photos=self.uploads,
            seen=self.seen,
        )
