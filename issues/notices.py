"""What people read about a matter: every `issue.*` notice in words, short enough for a message.

The parameters carry no personal data, so the words can't either: they give the reference, the
body that acts and what is asked of the reader; the rest stands on the page behind the link.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.dates import date_of_moment, moment_words
from clocks.words import gap_words
from grids.queries.names import body_names
from issues.enums.turns import Level
from issues.notice_due import LATE, LATE_BELOW, OWED
from issues.notice_named import MOVED_TO, NAMED
from issues.notice_said import said_of
from issues.notice_words import ASKED, CAME, DECIDED, MOVED, PLAIN, WORDS, Pair
from issues.presentation.chip import phrase_of
from issues.queries.references import numbered
from notifications.notices import SAID
from notifications.rendering import Rendered, Renderer, register, register_names

Parameters = Mapping[str, Any]


def plain(kind: str, parameters: Parameters) -> Rendered:
    return detailed(kind, PLAIN[kind], parameters)


def detailed(
    kind: str, without_name: Pair, parameters: Parameters, *, about: str = "", **values: str
) -> Rendered:
    """Says which body, where it is known, what was said, and until when one waits for what."""
    body = parameters.get("body") or parameters.get("part") or ""
    title, text = NAMED[kind] if body and kind in NAMED else without_name
    said = str(parameters.get(SAID) or "")
    quote = said_of(kind, about) if said else ""
    if quote and (body or "{body}" not in str(quote)):
        text = quote
    elif dates := dates_of(kind, parameters):
        text = dates
    return _filled((title, text), reference=parameters["reference"], body=body, said=said, **values)


def dates_of(kind: str, parameters: Parameters) -> str:
    """By when it is taken in, answered and done, as far as the notice knows it."""
    known = {name: put(parameters[name]) for name, put in PROMISED.items() if parameters.get(name)}
    if kind == "raised" and {"taken_in_by", "answered_by"} <= known.keys():
        both = _("It is taken in by {taken_in_by}, and you are answered by {answered_by}.")
        return both.format(**known)
    if "answered_by" in known:
        return _("You are answered by {answered_by}.").format(**known)
    return _("The result is due by {result_by}.").format(**known) if "result_by" in known else ""


def merged(parameters: Parameters) -> Rendered:
    pair = (
        gettext_lazy("{reference} goes on together with {into}"),
        gettext_lazy("Both are about the same thing. From now on you follow it as {into}."),
    )
    return _filled(pair, reference=parameters["reference"], into=parameters["into"])


def classified(parameters: Parameters) -> Rendered:
    """The rule of the class is said, never its bare word."""
    title = gettext_lazy("{reference} is handled so: {phrase}")
    text = dates_of("classified", parameters) or _("Open it to see what that means for the dates.")
    phrase = phrase_of(parameters["matter_class"])
    return _filled((title, text), reference=parameters["reference"], phrase=phrase)


def moved(parameters: Parameters) -> Rendered:
    level = parameters["level"]
    label = str(Level(level).label) if level in Level.values else ""
    body, cause = parameters.get("body") or "", parameters.get("cause", "")
    words = MOVED_TO if body else MOVED
    title, text = words.get(cause, words[""])
    if dates := dates_of("moved", parameters):
        text = _("{sentence} {more}").format(sentence=text, more=dates)
    return _filled((title, text), reference=parameters["reference"], level=label, body=body)


def committed(parameters: Parameters) -> Rendered:
    pair = (
        gettext_lazy("A date for your matter {reference}"),
        gettext_lazy("The body that has it promises to be done by {due}. Open it to read what."),
    )
    return detailed("committed", pair, parameters, due=_moment(parameters["due"]))


def promised_late(parameters: Parameters) -> Rendered:
    pair = (
        gettext_lazy("A promise beyond its clock: {reference}"),
        gettext_lazy("It is promised for {due}, {gap} after the clock ends."),
    )
    due, limit = (datetime.fromisoformat(parameters[name]) for name in ("due", "limit"))
    day, gap = date_of_moment(due, timezone.now()), gap_words(due - limit)
    return detailed("promised_late", pair, parameters, due=day, gap=gap)


def committed_there(parameters: Parameters) -> Rendered:
    pair = (
        gettext_lazy("A date for {reference}"),
        gettext_lazy("It is promised to be done by {due}. Open it to read what."),
    )
    return detailed("committed_there", pair, parameters, due=_moment(parameters["due"]))


def pledged(parameters: Parameters) -> Rendered:
    pair = (
        gettext_lazy("A date for a part of {reference}"),
        gettext_lazy("A body that helps promised at the council's word to be done by {due}."),
    )
    return detailed("pledged", pair, parameters, due=_moment(parameters["due"]))


def on_agenda(parameters: Parameters) -> Rendered:
    pair = (
        gettext_lazy("{reference} comes before the council"),
        gettext_lazy("It is talked over at the sitting of {at}."),
    )
    return _filled(pair, reference=parameters["reference"], at=_moment(parameters["at"]))


def postponed(parameters: Parameters) -> Rendered:
    pair = (
        gettext_lazy("The council goes on with {reference} later"),
        gettext_lazy("It is to be talked over again by {until}."),
    )
    return _filled(pair, reference=parameters["reference"], until=_moment(parameters["until"]))


def decided(parameters: Parameters) -> Rendered:
    result = parameters.get("result", "")
    return detailed("decided", DECIDED.get(result, DECIDED[""]), parameters, about=result)


def council_asks(parameters: Parameters) -> Rendered:
    return detailed("council_asks", ASKED.get(parameters.get("asks", ""), ASKED[""]), parameters)


def reminder(parameters: Parameters) -> Rendered:
    owed = str(OWED.get(parameters.get("kind_of", ""), OWED[""]))
    return Rendered(
        title=_("{reference} is due soon").format(reference=parameters["reference"]),
        body=owed.format(due=_moment(parameters["due"])),
    )


def came(parameters: Parameters) -> Rendered:
    return detailed("came", CAME.get(parameters.get("cause", ""), CAME[""]), parameters)


def word(parameters: Parameters) -> Rendered:
    resolved = parameters.get("resolved", "")
    return detailed("word", WORDS.get(resolved, WORDS[""]), parameters, about=resolved)


def missed(parameters: Parameters) -> Rendered:
    late = str(LATE.get(parameters.get("kind_of", ""), LATE[""]))
    title = _("{reference} is over time").format(reference=parameters["reference"])
    return Rendered(title=title, body=_since(late, parameters))


def missed_below(parameters: Parameters) -> Rendered:
    late = str(LATE_BELOW.get(parameters.get("kind_of", ""), LATE_BELOW[""]))
    body, reference = parameters.get("body") or "", parameters["reference"]
    if body:
        title = _("{body} is over time: {reference}").format(body=body, reference=reference)
    else:
        title = _("Below you, {reference} is over time").format(reference=reference)
    return Rendered(title=title, body=_since(late, parameters))


def _since(late: str, parameters: Parameters) -> str:
    """With the date that was missed, where the notice knows it."""
    due = parameters.get("due")
    return _("{why} It was due by {date}.").format(why=late, date=_day(due)) if due else late


def urged(parameters: Parameters) -> Rendered:
    title = _("Please act now: {reference}").format(reference=parameters["reference"])
    body = _("Your part is over time. If nothing happens, your supervisors are told next.")
    return Rendered(title=title, body=body)


def supervised(parameters: Parameters) -> Rendered:
    first = parameters.get("round", 1) <= 1
    pair = (
        gettext_lazy("{reference} needs your eye"),
        gettext_lazy("It is over time and cannot go up further. Please see to it that it moves.")
        if first
        else gettext_lazy("It is over time once more since you were told. Please step in."),
    )
    return detailed("supervised" if first else "supervised_again", pair, parameters)


RENDERERS: Mapping[str, Renderer] = {
    **{kind: partial(plain, kind) for kind in PLAIN},
    "came": came,
    "classified": classified,
    "committed": committed,
    "committed_there": committed_there,
    "council_asks": council_asks,
    "decided": decided,
    "merged": merged,
    "missed": missed,
    "missed_below": missed_below,
    "moved": moved,
    "on_agenda": on_agenda,
    "pledged": pledged,
    "postponed": postponed,
    "promised_late": promised_late,
    "reminder": reminder,
    "supervised": supervised,
    "urged": urged,
    "word": word,
}


def register_notices() -> None:
    """Once, when the app is ready."""
    register_names({"body", "part"}, body_names)
    register_names({"reference", "into"}, spoken_numbers)
    for kind, render in RENDERERS.items():
        register(f"issue.{kind}", 1, render)


def spoken_numbers(references: Collection[str]) -> dict[str, str]:
    """As people say them; a reference that is no longer there stays as it is written."""
    spoken = {issue.reference: issue.spoken for issue in numbered(references)}
    return {reference: spoken.get(reference, reference) for reference in references}


def _filled(pair: tuple[str | Promise, str | Promise], **values: str) -> Rendered:
    title, body = pair
    return Rendered(title=str(title).format(**values), body=str(body).format(**values))


def _moment(iso: str) -> str:
    """Said in full, since nobody knows on which day it is read: `Thursday 3 December 17:30`."""
    return moment_words(datetime.fromisoformat(iso), timezone.now())


def _day(iso: str) -> str:
    return date_of_moment(datetime.fromisoformat(iso), timezone.now())


# What a notice may know; a result is waited for by the day.
PROMISED: Mapping[str, Callable[[str], str]] = {
    "taken_in_by": _moment,
    "answered_by": _moment,
    "result_by": _day,
}
