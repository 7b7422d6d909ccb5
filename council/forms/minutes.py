"""The forms about minutes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.words import as_stored
from acting.forms.fields import choice, text_field
from acting.forms.typed import Typed
from council.actions.minutes.add_sheet import add_sheet
from council.actions.minutes.amend import amend
from council.actions.minutes.correct import LONGEST, correct
from council.actions.minutes.draft import draft
from council.actions.minutes.finish import finish
from council.actions.minutes.publish import publish
from council.enums.minutes import MinutesAct, SheetKind
from council.forms.base import CouncilActForm
from council.presentation.minutes_paper import Names
from council.queries.minutes import Minutes, sections_of

WORDS = "words-"


class MinutesForm(CouncilActForm):
    @property
    def minutes(self) -> Minutes:
        minutes: Minutes = self.context.subject
        return minutes

    def perform(self) -> str:
        self.act_on()
        return self.minutes.address

    def act_on(self) -> None:
        raise NotImplementedError


class DraftForm(MinutesForm):
    act = MinutesAct.DRAFT
    title = _("Draft the minutes")
    explain = _("They are drafted from what was done at the table. You can correct them then.")
    button = _("Draft them")
    done = _("Drafted. Read them and correct what was said.")

    def act_on(self) -> None:
        draft(self.minutes.meeting, seen=self.seen, **self.given)


class CorrectForm(MinutesForm):
    """A field for the words of each section; what was counted is not asked for."""

    act = MinutesAct.CORRECT
    title = _("Correct the minutes")
    explain = _(
        "A paragraph a line. Numbers, times and names of those present come from the table and "
        "stay: if one is wrong, say so in the remarks. Every version is kept."
    )
    button = _("Keep this version")
    done = _("Kept. The difference is shown with the version.")

    def prepare(self) -> None:
        newest, names = self.minutes.newest, Names(self.minutes.names)
        above = ""
        for section in sections_of(newest) if newest else ():
            shown = section.reworded(names.shown)
            above = shown.title if section.level == 1 else above
            if not section.takes_words:
                continue
            label = shown.title if section.level == 1 else f"{above} · {shown.title}"
            self.fields[f"{WORDS}{section.key}"] = text_field(
                label,
                rows=2 + len(shown.words.splitlines()),
                most=LONGEST,
                required=False,
                initial=shown.words,
            )

    @classmethod
    def typed_in(cls: type[Self], data: Mapping[str, str]) -> list[Typed]:
        return [
            Typed(name, str(_("A paragraph")), words)
            for name in data
            if name.startswith(WORDS) and (words := as_stored(data[name]))
        ]

    def act_on(self) -> None:
        words = {
            name.removeprefix(WORDS): said
            for name, said in self.cleaned_data.items()
            if name.startswith(WORDS)
        }
        correct(self.minutes.meeting, words=words, seen=self.seen, **self.given)


class FinishForm(MinutesForm):
    act = MinutesAct.FINISH
    title = _("Finish the minutes")
    explain = _("Chair and recorder sign them next. Correcting them opens them again.")
    button = _("Finish them")
    done = _("Finished. Chair and recorder sign next.")

    def act_on(self) -> None:
        finish(self.minutes.meeting, seen=self.seen, **self.given)


class PublishForm(MinutesForm):
    act = MinutesAct.PUBLISH
    title = _("Publish the minutes")
    explain = _("Everybody can read them then, and print them. This can't be taken back.")
    button = _("Publish them")
    done = _("Published. Whoever was there is told.")

    def act_on(self) -> None:
        publish(self.minutes.meeting, seen=self.seen, **self.given)


class AmendForm(MinutesForm):
    act = MinutesAct.AMEND
    is_next = False
    title = _("Write an addendum")
    explain = _(
        "What was signed stays as it is. The addendum stands beside it once both have signed it."
    )
    button = _("Write it down")
    done = _("Written. Chair and recorder sign it next.")

    text = text_field(_("What is wrong, and what is right"), rows=5, most=LONGEST)

    def act_on(self) -> None:
        amend(self.minutes.meeting, text=self.cleaned_data["text"], seen=self.seen, **self.given)


class AddSheetForm(MinutesForm):
    act = MinutesAct.ADD_SHEET
    title = _("File a sheet of paper")
    explain = _(
        "A photo of the whole sheet, straight and in good light. It is read by those who keep the "
        "minutes only."
    )
    button = _("File it")
    done = _("Filed with the minutes.")

    kind = choice(_("Which sheet is it?"), SheetKind.choices)
    picture = forms.FileField(
        label=_("Photo"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages=dict.fromkeys(("required", "empty"), _("Please choose a photo.")),
    )
    signed = forms.BooleanField(
        label=_("Chair and recorder have signed this record sheet"),
        help_text=_("It then signs the finished minutes for whoever has not signed by code."),
        required=False,
    )

    def prepare(self) -> None:
        """Asked only while something waits to be signed, and by the name of what that is."""
        facts = self.minutes.facts
        if not facts.waits_for_signatures:
            # A page that was open longer may say it all the same, and is told why not.
            if "signed" not in self.data:
                del self.fields["signed"]
        elif facts.is_addendum:
            field = self.fields["signed"]
            field.label = _("Chair and recorder have signed the addendum on this record sheet")
            field.help_text = _(
                "It then signs the addendum for whoever has not signed by code. The minutes stay "
                "as they were signed."
            )

    def act_on(self) -> None:
        data = self.cleaned_data
        add_sheet(
            self.minutes.meeting,
            kind=SheetKind(data["kind"]),
            file=data["picture"],
            signed=data.get("signed", False),
            seen=self.seen,
            **self.given,
        )


MINUTES_FORMS: dict[str, type[MinutesForm]] = {
    MinutesAct(form.act): form
    for form in (DraftForm, CorrectForm, FinishForm, PublishForm, AmendForm, AddSheetForm)
}
