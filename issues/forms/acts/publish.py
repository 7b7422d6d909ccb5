from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.words import cut
from acting.forms.fields import MomentField, line, text_field
from issues.actions.publish import publish
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.forms.acts.base import ActContext
from issues.forms.acts.public_words import ADDRESSES, OFFICES, Found, PublicWordsForm, said_hits
from issues.masking import Masked, mask
from issues.models import Addition, Issue, Photo
from issues.queries.becomes_public import Written, written_for_everyone

# Where a clause ends; a shorter one makes no title.
STOPS = re.compile(r"[。！？!?\n；;，,]")
SHORTEST = 4
WRITTEN: Mapping[Written, str | Promise] = {
    Written.FINDING: _("Found on the spot"),
    Written.TALK: _("Talk"),
    Written.PROMISE: _("Promise"),
    Written.RESULT: _("Result reported"),
    Written.WHERE_TO: _("Not for the council"),
}
MAY_STAND = dict.fromkeys(Written, OFFICES) | {Written.WHERE_TO: ADDRESSES}


class PublishForm(PublicWordsForm):
    """Suggests masked words; the page shows the original beside them."""

    act = Act.PUBLISH
    title = _("Check and publish")
    explain = _(
        "Everyone can read what you publish. Take out names, phone numbers and door numbers; a "
        "building may stay."
    )
    button = _("Publish")
    done = _("Published; the resident will be told.")
    untold = _("Published.")
    template_name_of_act = "issues/acts/publish.html"
    fields_of_action = {"title": "public_title", "text": "public_text"}
    public_words = {"public_title": frozenset(), "public_text": frozenset()}
    # An issue that was kept private can be published here too.
    goes_public = True

    public_title = line(_("Title for everyone"), most=60)
    public_text = text_field(_("Words for everyone"), rows=7, most=4000)
    shown_photos = forms.TypedMultipleChoiceField(
        label=_("Photos to show"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    shown_additions = forms.TypedMultipleChoiceField(
        label=_("Additions to show"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    # When the page was drawn, since nobody has checked additions that came later.
    drawn = MomentField(widget=forms.HiddenInput, required=False)

    def prepare(self) -> None:
        issue = self.context.issue
        self.fields["drawn"].initial = self.context.now.isoformat()
        self.fields["public_title"].initial = issue.public_title or cut(self.title_masked.text, 60)
        self.fields["public_text"].initial = issue.public_text or self.masked.text
        self._offer("shown_photos", self.photo_rows, [p.pk for p in self.photo_rows if p.shown])
        shown = [a.pk for a in self.addition_rows if a.shown_at is not None]
        self._offer("shown_additions", self.addition_rows, shown)

    def drawn_afresh(self, context: ActContext) -> dict[str, str]:
        return {**super().drawn_afresh(context), "drawn": context.now.isoformat()}

    def _offer(self, name: str, rows: list[Photo] | list[Addition], initial: list[int]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(row.pk, str(number)) for number, row in enumerate(rows, start=1)]
        field.initial = initial

    @cached_property
    def photo_rows(self) -> list[Photo]:
        return list(Photo.objects.filter(issue=self.context.issue).select_related("upload"))

    @cached_property
    def addition_rows(self) -> list[Addition]:
        return list(Addition.objects.filter(issue=self.context.issue).select_related("by"))

    @cached_property
    def masked(self) -> Masked:
        return mask(self.context.issue.text, names=self.names)

    @cached_property
    def title_masked(self) -> Masked:
        issue = self.context.issue
        return mask(issue.title or _first_clause(issue.text, self.names), names=self.names)

    @property
    def hits(self) -> list[str]:
        """What the suggestion masks."""
        return said_hits([self.title_masked, self.masked])

    def look_through(self, cleaned: Mapping[str, Any]) -> list[Found]:
        label, field = str(self["shown_additions"].label), "shown_additions"
        ticked: list[int] = cleaned.get(field, [])
        told = (self._telling(row) for row in self.addition_rows if row.pk in ticked)
        additions = [Found(label, masked, field) for masked in told if masked is not None]
        return [*super().look_through(cleaned), *additions, *self._earlier()]

    def _earlier(self) -> list[Found]:
        """What names a person or a door in texts that were written while it was private."""
        if self.context.issue.visibility == Visibility.PUBLIC:
            return []
        masked = [
            (kind, mask(text, names=self.names, but=MAY_STAND[kind]))
            for kind, text in written_for_everyone(self.context.issue)
        ]
        return [Found(str(WRITTEN[kind]), one) for kind, one in masked if one.hits]

    def leave_out(self, found: Iterable[Found]) -> None:
        super().leave_out(found)
        ticked: list[int] = self.cleaned_data.get("shown_additions", [])
        rows = [row for row in self.addition_rows if row.pk in ticked]
        self._tick([row.pk for row in rows if self._telling(row) is None])

    def _telling(self, addition: Addition) -> Masked | None:
        """What names a person or a door in an addition, unless it is shown already."""
        masked = mask(addition.text, names=[*self.names, addition.by.name])
        return masked if masked.hits and addition.shown_at is None else None

    def _tick(self, additions: list[int]) -> None:
        self.cleaned_data["shown_additions"] = additions
        data = self.data.copy()  # type: ignore[attr-defined]
        data.setlist(self.add_prefix("shown_additions"), additions)
        self.data = data

    @property
    def told(self) -> str:
        if self.context.issue.published_at is None:
            return super().told
        return gettext("Published again: everyone reads it as you left it.")

    def perform(self) -> Issue:
        data = self.cleaned_data
        return publish(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            title=data["public_title"],
            text=data["public_text"],
            photos=data["shown_photos"],
            additions=data["shown_additions"],
            drawn=data.get("drawn"),
            seen=self.seen,
        )


def _first_clause(text: str, names: list[str]) -> str:
    """A title if the resident gave none: the first clause with nothing to hide."""
    clauses = [clause.strip() for clause in STOPS.split(text) if clause.strip()]
    long = [clause for clause in clauses if len(clause) >= SHORTEST]
    plain = [clause for clause in long if not mask(clause, names=names).hits]
    return cut((plain or clauses or [""])[0], 30)
