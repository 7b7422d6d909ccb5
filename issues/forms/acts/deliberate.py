from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import text_field
from grids.talks import way_to_write_talk_down
from issues.actions.deliberate import deliberate
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.forms.acts.public_words import OFFICES
from issues.forms.acts.talk import TalkForm
from issues.models import Issue


class DeliberateForm(TalkForm):
    act = Act.DELIBERATE
    title = _("Write down a talk")
    explain = _("You and one party are enough. Dissent stays with the matter and travels up.")
    button = _("Write it down")
    done = _("The talk stands with the matter; the resident will be told.")
    untold = _("The talk stands with the matter.")
    more = ("dissent", "participants", "held_at", "venue", "place")
    field_order = ("said", "agreed", "kind", "head_count")
    public_words = {"said": OFFICES, "agreed": OFFICES, "dissent": OFFICES}

    said = text_field(_("What was said, for and against"), rows=3, required=False)
    agreed = text_field(_("What was agreed"), rows=2, required=False)
    dissent = text_field(_("Who disagreed, and why"), rows=2, required=False)

    @cached_property
    def talk_of_council(self) -> str:
        """Where a council's talk over this matter is written down; "" where none would take it."""
        issue = self.context.issue
        if issue.visibility != Visibility.PUBLIC or issue.is_dispute:
            return ""
        way = way_to_write_talk_down(self.context.standing, now=self.context.now)
        return f"{way}?{urlencode({'matter': issue.reference})}" if way else ""

    def perform(self) -> Issue:
        data = self.cleaned_data
        talk = self.talk_of(said=data["said"], agreed=data["agreed"], dissent=data["dissent"])
        return deliberate(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            talk=talk,
            seen=self.seen,
        )
