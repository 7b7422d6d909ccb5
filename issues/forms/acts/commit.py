from django import forms
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import moment, text_field
from issues.actions.commit import commit
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.forms.acts.public_words import OFFICES, PublicWordsForm
from issues.models import Issue


class CommitForm(PublicWordsForm):
    act = Act.COMMIT
    title = _("Promise")
    explain = _("What your body will do, and by when. Everyone can hold you to it.")
    button = _("Promise it")
    done = _("Promised; the resident will be told the date.")
    untold = _("Promised.")
    public_words = {"text": OFFICES}

    text = text_field(_("What will be done"), rows=3, most=400)
    due_at = moment(_("By when"))
    made_safe = forms.BooleanField(
        label=_("The danger is over; only the repair is still to come"), required=False
    )

    def prepare(self) -> None:
        if self.context.issue.matter_class != MatterClass.URGENT:
            del self.fields["made_safe"]

    def perform(self) -> Issue:
        data = self.cleaned_data
        return commit(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            text=data["text"],
            due_at=data["due_at"],
            made_safe=data.get("made_safe", False),
            assent=self.assented,
            seen=self.seen,
        )
