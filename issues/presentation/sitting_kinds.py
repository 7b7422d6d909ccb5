"""What an entry says that a council's sitting made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.dates import moment_words
from clocks.reading_moment import PAPER
from issues.presentation.entry_parameters import EntryParameters


def _on_agenda(given: EntryParameters) -> str:
    when = _moment(given, "at")
    if not when:
        return _("It comes on an agenda of the council.")
    return _("It comes on the agenda of the sitting of {when}.").format(when=when)


def _off_agenda(_given: EntryParameters) -> str:
    return _("It was taken off the agenda of the sitting.")


def _postponed(given: EntryParameters) -> str:
    when = _moment(given, "until")
    if not when:
        return _("The council put the talk off.")
    return _("The council put the talk off until {when}.").format(when=when)


def _decided(given: EntryParameters) -> str:
    heads = int(given.get("heads") or 0)
    sentence = _result(str(given.get("result")), heads).format(count=heads)
    if given.get("quorate") is False:
        return _("{sentence} ({more})").format(
            sentence=sentence, more=_("too few members were there")
        )
    return sentence


def _result(result: str, heads: int) -> str:
    if result == "adopted":
        return ngettext(
            "The council adopted a resolution; {count} person took part.",
            "The council adopted a resolution; {count} people took part.",
            heads,
        )
    if result == "rejected":
        return ngettext(
            "The council did not adopt the motion; {count} person took part.",
            "The council did not adopt the motion; {count} people took part.",
            heads,
        )
    return ngettext(
        "The council talked it over; {count} person took part.",
        "The council talked it over; {count} people took part.",
        heads,
    )


def _moment(given: EntryParameters, name: str) -> str:
    told = given.get(name)
    return moment_words(datetime.fromisoformat(told), PAPER) if told else ""


SITTING_KINDS: Mapping[str, Callable[[EntryParameters], str]] = {
    "issue.on_agenda": _on_agenda,
    "issue.off_agenda": _off_agenda,
    "issue.postponed": _postponed,
    "issue.decided": _decided,
}
