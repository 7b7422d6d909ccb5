from __future__ import annotations

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import text_field
from issues.actions.push_up import push_up
from issues.duties import before_department, owes_push_up
from issues.enums.acts import Act
from issues.enums.turns import Level
from issues.forms.acts.base import ActForm
from issues.models import Issue
from issues.presentation.people import current_lead
from issues.queries.resolutions import last_resolution
from issues.queries.tried import Tried, tried_here
from issues.resolution_words import reason_from, tried_from


class PushUpForm(ActForm):
    act = Act.PUSH_UP
    title = _("Push it up")
    button = _("Push it up")
    done = _("It has gone up with what you wrote; the resident will be told.")
    untold = _("It has gone up with what you wrote.")
    template_name_of_act = "issues/acts/push_up.html"

    reason = text_field(_("Why it cannot be settled here"), rows=3, most=1000)
    tried = text_field(_("What was tried here"), rows=3, most=1000)

    def prepare(self) -> None:
        lead = current_lead(self.context.dossier.turns)
        self.record = Tried() if lead is None else tried_here(lead)
        self.fields["tried"].initial = "\n".join(self.on_record)
        asks = last_resolution(self.context.issue) if owes_push_up(self.context.facts) else None
        if asks is not None:
            self.fields["reason"].initial = reason_from(asks)
            self.fields["tried"].initial = tried_from(asks)

    @property
    def to(self) -> str:
        if self.context.issue.level == Level.GRID:
            return self.context.issue.community.display_name
        return gettext("the competent department, or the street's general office")

    @property
    def missing(self) -> str:
        """What must come first, shown so that nobody types in vain."""
        return str(before_department(self.context.facts))

    @property
    def on_record(self) -> list[str]:
        """What was done so far, as lines to start from."""
        made = self.record
        lines = [
            ngettext(
                "{count} answer to the resident", "{count} answers to the resident", made.answers
            ),
            ngettext("{count} finding on the spot", "{count} findings on the spot", made.findings),
            ngettext("{count} talk", "{count} talks", made.talks),
        ]
        counts = (made.answers, made.findings, made.talks)
        said = [
            line.format(count=count) for line, count in zip(lines, counts, strict=True) if count
        ]
        return [*said, *(gettext("Agreed: {text}").format(text=text) for text in made.agreed)]

    def perform(self) -> Issue:
        return push_up(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            reason=self.cleaned_data["reason"],
            tried=self.cleaned_data["tried"],
            seen=self.seen,
        )
