from django.utils.translation import gettext_lazy as _

from acting.forms.fields import text_field
from issues.actions.decline import decline
from issues.enums.acts import Act
from issues.forms.acts.public_words import ADDRESSES, PublicWordsForm
from issues.models import Issue


class DeclineForm(PublicWordsForm):
    act = Act.DECLINE
    title = _("Not for the council")
    explain = _("The matter ends here. The resident must know where to go instead.")
    button = _("End it, and say where to go")
    done = _("Ended; the resident will be told where to go.")
    untold = _("Ended; where to go is on record.")
    public_words = {"where_to": ADDRESSES}

    where_to = text_field(
        _("Where the resident should go, with address or phone"), rows=3, most=400
    )

    def perform(self) -> Issue:
        return decline(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            where_to=self.cleaned_data["where_to"],
            seen=self.seen,
        )
