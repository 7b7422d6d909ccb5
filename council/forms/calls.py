"""The forms about calls for ideas."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ModelMultipleChoiceField
from acting.forms.fields import day_field, line, text_field
from council.actions.calls.choose_idea import choose_idea
from council.actions.calls.close_call import close_call
from council.actions.calls.open_call import NewCall, open_call
from council.addresses import address_of_call
from council.enums.calls import CallAct
from council.forms.base import CouncilActForm
from council.models import Call
from council.models.calls import PROMPT, WHY
from grids.enums import BodyKind
from grids.models import Body

USUAL = timedelta(days=30)


class OpenCallForm(CouncilActForm):
    act = CallAct.OPEN
    title = _("Ask for ideas")
    explain = _(
        "What comes in are matters like any other: they are checked, neighbours second them, and "
        "this page tells what becomes of each."
    )
    button = _("Ask for ideas")
    done = _("It is open. Members of the council are told.")

    title_of_call = line(_("In a few words"), most=40)
    prompt = text_field(_("What do you ask?"), rows=4, most=PROMPT)
    opens_on = day_field(_("First day"))
    closes_on = day_field(_("Last day"))
    grids = ModelMultipleChoiceField(
        label=_("Only these grids"),
        queryset=Body.objects.none(),
        required=False,
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: everybody for whom the council sits."),
    )
    fields_of_action = {"title": "title_of_call"}

    def prepare(self) -> None:
        body, today = self.context.subject.council.body, timezone.localdate(self.context.now)
        self.fields["opens_on"].initial = today
        self.fields["closes_on"].initial = today + USUAL
        grids = self.fields["grids"]
        assert isinstance(grids, ModelMultipleChoiceField)
        if body.kind == BodyKind.GRID:
            del self.fields["grids"]
        else:
            grids.queryset = body.children.filter(kind=BodyKind.GRID, active=True).order_by("path")

    def perform(self) -> str:
        data = self.cleaned_data
        asked = NewCall(
            title=data["title_of_call"],
            prompt=data["prompt"],
            opens_on=data["opens_on"],
            closes_on=data["closes_on"],
            grids=list(data.get("grids", ())),
        )
        council = self.context.subject.council
        call = open_call(council, actor=self.context.person, now=self.context.now, asked=asked)
        return address_of_call(call)


class CallForm(CouncilActForm):
    @property
    def call(self) -> Call:
        call: Call = self.context.subject.call
        return call


class CloseCallForm(CallForm):
    act = CallAct.CLOSE
    is_next = False
    title = _("Close the call")
    explain = _("No more ideas come in. Those that are there stay, and are answered.")
    button = _("Close the call")
    done = _("The call is closed.")

    def perform(self) -> str:
        return address_of_call(close_call(self.call, seen=self.seen, **self.given))


class ChooseForm(CallForm):
    act = CallAct.CHOOSE
    title = _("The council takes it up")
    explain = _("Everybody reads the reason. Whoever had the idea is told.")
    button = _("Take it up")
    done = _("Taken up. Whoever had the idea is told.")

    why = text_field(_("Why?"), rows=3, most=WHY)

    def prepare(self) -> None:
        self.fields["why"].initial = self.context.subject.idea.why

    def perform(self) -> str:
        issue = self.context.subject.idea.issue
        choose_idea(self.call, issue=issue, why=self.cleaned_data["why"], **self.given)
        return address_of_call(self.call, f"idea-{issue.reference}")
