from django.utils.translation import gettext_lazy as _

from acting.forms.fields import text_field
from issues.actions.note import note
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue


class NoteForm(ActForm):
    act = Act.NOTE
    title = _("Note for colleagues")
    explain = _("For all who work on this matter, here and wherever it goes. No resident reads it.")
    button = _("Leave the note")
    done = _("The note stands with the matter.")

    text = text_field(_("What colleagues should know"))

    def perform(self) -> Issue:
        return note(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            text=self.cleaned_data["text"],
            seen=self.seen,
        )
