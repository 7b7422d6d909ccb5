"""Forms of staff whose words everyone may read: first show what names a person or a door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from issues.enums.matter import Visibility
from issues.forms.acts.base import ActForm
from issues.masking import Hidden, Masked, mask
from issues.models import Issue
from issues.queries.names_behind import names_behind

# Not landlines: in the words of staff they belong to offices.
OFFICES = frozenset({Hidden.LANDLINE})
# Words that say where to go instead are meant to name an address.
ADDRESSES = OFFICES | {Hidden.ROOM, Hidden.ACCOUNT}
# One button sends this; the other sends the seal of what was shown, to publish it as it is.
CHOICE = "public_words"
MASKED = "masked"

NAMED: Mapping[Hidden, str | Promise] = {
    Hidden.PHONE: _("a phone number"),
    Hidden.LANDLINE: _("a phone number"),
    Hidden.IDENTITY: _("the number of an identity card or a bank card"),
    Hidden.PLATE: _("a number plate"),
    Hidden.ACCOUNT: _("an account or an e-mail address"),
    Hidden.CODE: _("a code or a password"),
    Hidden.DOOR: _("a door number"),
    Hidden.ROOM: _("a door number"),
    Hidden.NAME: _("somebody's name"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found and where. `field` is the form's field to take it out of.

    `shown` is the text without it; if that is empty, the text is left out.
    """

    label: str
    masked: Masked
    field: str = ""
    shown: str = ""

    @property
    def hits(self) -> list[str]:
        """Each finding once, as “13900000000 → ×××”."""
        return said_hits([self.masked])


class PublicWordsForm(ActForm):
    """If its words name a person or a door, it is shown again with two buttons to choose from.

    `public_words` names the fields, each with the kinds of findings that it may contain.
    """

    public_words: ClassVar[Mapping[str, frozenset[Hidden]]] = {}
    found: tuple[Found, ...] = ()
    # The value of the button that publishes `found` as it is.
    seal = ""
    # Once chosen, it stays chosen if the form is shown again for another reason.
    stands_by_it = False

    def is_valid(self) -> bool:
        return super().is_valid() and not self.found

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.goes_public:
            return cleaned
        found, choice = self.look_through(cleaned), self.data.get(CHOICE)
        if choice == MASKED:
            self.leave_out(found)
            found = [one for one in found if not one.field]
        self.seal = self._seal(found)
        self.stands_by_it = bool(found) and choice == self.seal
        asks = not self.stands_by_it and not self.is_drawn_again
        self.found = tuple(found) if asks else ()
        return cleaned

    def look_through(self, cleaned: Mapping[str, Any]) -> list[Found]:
        found = []
        for name, stays in self.public_words.items():
            masked = mask(str(cleaned.get(name) or ""), names=self.names, but=stays)
            if masked.hits:
                found.append(Found(str(self[name].label), masked, name, masked.text))
        return found

    def leave_out(self, found: Iterable[Found]) -> None:
        """Change the sent data too, so that a form shown again has the words as chosen."""
        for one in found:
            if one.field in self.public_words:
                self._put(one.field, one.shown)

    def _put(self, name: str, text: str) -> None:
        data = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix(name)] = text
        self.data = data
        try:
            self.cleaned_data[name] = self.fields[name].clean(text)
        except ValidationError as error:
            self.add_error(name, error)

    def _seal(self, found: Iterable[Found]) -> str:
        """It covers only what was shown; if the words change afterwards, they are shown again."""
        told = [(one.field, [hit.original for hit in one.masked.hits]) for one in found]
        value = f"{self.context.issue.pk}:{told}"
        return salted_hmac("issues.public_words", value, algorithm="sha256").hexdigest()

    @property
    def goes_public(self) -> bool:
        return may_go_public(self.context.issue)

    @property
    def may_be_masked(self) -> bool:
        """True if something was found that can be taken out here."""
        return any(one.field for one in self.found)

    @property
    def found_sentence(self) -> str:
        kinds = (str(NAMED[hit.kind]) for found in self.found for hit in found.masked.hits)
        named = pgettext("between names", ", ").join(dict.fromkeys(kinds))
        return gettext(
            "Everyone can read this once it is public. In it there seems to be: {kinds}."
        ).format(kinds=named)

    @cached_property
    def names(self) -> list[str]:
        """Names that no public text may contain: those of the people behind the issue."""
        return list(names_behind(self.context.issue))


def said_hits(texts: Iterable[Masked]) -> list[str]:
    found = dict.fromkeys(hit for masked in texts for hit in masked.hits)
    return [f"{hit.original} → {hit.shown or '–'}" for hit in found]


def may_go_public(issue: Issue) -> bool:
    """True if the issue is public or may yet be published."""
    if issue.visibility == Visibility.PUBLIC:
        return True
    return issue.visibility != Visibility.PRIVATE and not (issue.is_dispute or issue.private_wish)
