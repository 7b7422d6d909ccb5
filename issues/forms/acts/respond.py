from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from acting.forms.fields import NOT_NOW, choice, line, moment_field, text_field
from issues.actions.respond import respond
from issues.enums.activity import AnswerWay
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue, KeptReply
from issues.queries.replies import body_answering, replies_for


class RespondForm(ActForm):
    """The words may be one of those that the person's body keeps; `reply` is its key."""

    act = Act.RESPOND
    title = _("Answer the resident")
    button = _("Send the answer")
    done = _("Your answer is written down; the resident will be told.")
    untold = _("Your answer is written down.")
    template_name_of_act = "issues/acts/respond.html"
    more = ("said_at",)
    more_label = NOT_NOW

    text = text_field(_("What you tell the resident"))
    way = choice(_("How"), AnswerWay.choices, initial=AnswerWay.ONLINE)
    said_at = moment_field(_("When you said it"))
    keep_as = line(
        _("Keep these words for the next time, under the name"),
        most=20,
        required=False,
        help_text=_("Everybody at your body finds them. Under the same name they replace the old."),
    )
    reply = WordsField(required=False, max_length=20, widget=forms.HiddenInput)
    drop = forms.BooleanField(label=_("Take these words off the list"), required=False)

    @classmethod
    def initial_of(cls, asked: Mapping[str, str]) -> dict[str, Any]:
        return {"reply": asked.get("reply", "")}

    def prepare(self) -> None:
        """The words that were chosen stand in the field, and can be changed there.

        Whoever answers for no body has no list to keep words on.
        """
        if self.chosen is not None:
            self.initial["text"] = self.chosen.text
        else:
            del self.fields["drop"]
        context = self.context
        if body_answering(context.standing, context.facts, context.issue) is None:
            del self.fields["keep_as"]

    @cached_property
    def replies(self) -> list[KeptReply]:
        """Of the body for which the person answers; of no other."""
        return replies_for(self.context.standing, self.context.facts, self.context.issue)

    @cached_property
    def chosen(self) -> KeptReply | None:
        key = str(self.data.get("reply") if self.is_bound else self.initial.get("reply"))
        return next((one for one in self.replies if str(one.pk) == key), None)

    @property
    def keeping(self) -> list[forms.BoundField]:
        """The fields that are folded below: keep the words, or forget them."""
        return [self[name] for name in ("keep_as", "drop") if name in self.fields]

    @property
    def keeping_open(self) -> bool:
        return self.is_bound and any(field.errors or field.data for field in self.keeping)

    def visible(self) -> list[forms.BoundField]:
        return [field for field in super().visible() if field.name not in {"keep_as", "drop"}]

    def perform(self) -> Issue:
        data = self.cleaned_data
        return respond(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            text=data["text"],
            way=AnswerWay(data["way"]),
            said_at=data["said_at"],
            keep_as=data.get("keep_as", ""),
            drop=self.chosen.name if self.chosen is not None and data["drop"] else "",
            seen=self.seen,
        )
