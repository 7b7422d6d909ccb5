from django.utils.translation import gettext_lazy as _

from acting.forms.fields import NOT_NOW, choice, moment_field, text_field
from issues.actions.respond import respond
from issues.enums import Act, ContactWay
from issues.forms.acts.base import ActForm
from issues.models import Issue


class RespondForm(ActForm):
    act = Act.RESPOND
    title = _("Answer the resident")
    button = _("Send the answer")
    done = _("Your answer has reached the resident.")
    more = ("said_at",)
    more_label = NOT_NOW

    text = text_field(_("What you tell the resident"))
    way = choice(_("How"), ContactWay.choices, initial=ContactWay.ONLINE)
    said_at = moment_field(_("When you said it"))

    def perform(self) -> Issue:
        data = self.cleaned_data
        return respond(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            text=data["text"],
            way=ContactWay(data["way"]),
            said_at=data["said_at"],
            seen=self.seen,
        )
