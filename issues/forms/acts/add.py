from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from issues.actions.add import add
from issues.enums.acts import Act
from issues.forms.acts.pictured import PicturedForm
from issues.models import Issue


class AddForm(PicturedForm):
    """补充情况, with photos."""

    act = Act.ADD
    limit = "additions"
    title = _("Add something")
    done = _("Thank you. Those who have it are told; others see it once it is checked.")
    template_name_of_act = "issues/add.html"
    anchor = "additions"

    text = WordsField(
        label=_("What would you like to add?"),
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 2000}),
        max_length=2000,
        help_text=_("What you saw, since when, what has changed. No names or door numbers needed."),
        error_messages={
            "required": _("Write what you would like to add."),
            "max_length": _("Please keep it under 2,000 characters."),
        },
    )

    def perform(self) -> Issue:
        add(
            self.context.issue,
            actor=self.context.person,
            # Photos take a while to be made ready. Whoever is drawn the page to check meanwhile
            # doesn't see this yet: it waits for the next check only if it is later than that page.
            now=timezone.now(),
            text=self.cleaned_data["text"],
            photos=self.uploads,
        )
        return self.context.issue
