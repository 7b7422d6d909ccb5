"""Say in the reader's language what an entry of an issue's record means."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from issues.enums.activity import Resolved, Satisfaction, VerdictVia
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import Ending, Stage
from issues.enums.turns import TurnCause, TurnRole
from issues.presentation.chip import PHRASES
from issues.presentation.entry_parameters import EntryParameters
from issues.presentation.money import yuan
from issues.presentation.sitting_kinds import SITTING_KINDS
from issues.presentation.steps import step_name

Text = str | Promise


CAUSES: Mapping[str, Text] = {
    TurnCause.RAISED: gettext_lazy("It came to {body} first."),
    TurnCause.PUSHED_UP: gettext_lazy("It was passed up to {body}."),
    TurnCause.RESOLUTION: gettext_lazy("As the council resolved, it was passed up to {body}."),
    TurnCause.CLOCK: gettext_lazy("The time had run out, so it went up to {body} by itself."),
    TurnCause.WORD: gettext_lazy("By the resident's word it went up to {body}."),
    TurnCause.BELONGS: gettext_lazy("As a major matter it went to {body}."),
    TurnCause.NAMED: gettext_lazy("{body} was named to lead."),
    TurnCause.JOINED: gettext_lazy("{body} was asked to help."),
    TurnCause.HANDED_OVER: gettext_lazy("The time had run out, so it was handed to {body}."),
    TurnCause.MERGED: gettext_lazy("Together with another matter it went to {body}."),
    TurnCause.SPLIT_OFF: gettext_lazy("It goes on by itself, at {body}."),
}
ASKED_OF: Mapping[str, Text] = {
    DeadlineKind.RECEIVE: gettext_lazy("{body} did not take it in on time."),
    DeadlineKind.RESPOND: gettext_lazy("{body} did not answer the resident on time."),
    DeadlineKind.AGENDA: gettext_lazy("{body} did not have it on an agenda on time."),
    DeadlineKind.RESOLVE: gettext_lazy("{body} had no result on time."),
    DeadlineKind.DISPATCH: gettext_lazy("{body} did not name who leads on time."),
    DeadlineKind.VERIFY: gettext_lazy("It was not checked on the spot on time."),
    DeadlineKind.TALK: gettext_lazy("There was no talk on time."),
    DeadlineKind.SUPERVISED: gettext_lazy("{body} did not answer its supervisors on time."),
    DeadlineKind.COMMITMENT: gettext_lazy("{body} did not keep its promise on time."),
    DeadlineKind.CONFIRM: gettext_lazy("No word of whoever raised it came in seven days."),
}
RESOLVED: Mapping[str, Text] = {
    Resolved.SOLVED: gettext_lazy("solved"),
    Resolved.PARTLY: gettext_lazy("partly solved"),
    Resolved.NOT: gettext_lazy("not solved"),
}
PRAISE: Mapping[str, Text] = {
    Satisfaction.SATISFIED: gettext_lazy("satisfied"),
    Satisfaction.FAIRLY: gettext_lazy("fairly satisfied"),
    Satisfaction.NOT: gettext_lazy("not satisfied"),
}
TALKS: Mapping[str, Text] = {
    "doorstep": gettext_lazy("Doorstep talk"),
    "phone": gettext_lazy("Talk on the phone"),
    "visit": gettext_lazy("Talk on the spot"),
    "sitting": gettext_lazy("Council sitting"),
}


def _received(given: EntryParameters) -> str:
    return _("{body} took it in.").format(body=given.body)


def _turn(given: EntryParameters) -> str:
    pattern = CAUSES.get(str(given.get("cause"))) or gettext_lazy("It came to {body}.")
    return str(pattern).format(body=given.body)


def _missed(given: EntryParameters) -> str:
    pattern = ASKED_OF.get(str(given.get("clock"))) or gettext_lazy("{body} missed its time.")
    return str(pattern).format(body=given.body)


def _stage(given: EntryParameters) -> str:
    to = str(given.get("to"))
    if to == Stage.CONFIRM:
        return _("Now whoever raised it says whether it is solved.")
    return _("On to the step “{step}”.").format(step=step_name(to))


def _classified(given: EntryParameters) -> str:
    phrase = PHRASES.get(str(given.get("to")), "")
    if given.get("from"):
        return _("The class was changed: {phrase}").format(phrase=phrase)
    return _("The class was set: {phrase}").format(phrase=phrase)


def _added(given: EntryParameters) -> str:
    return _with_photos(_("Something was added."), given)


def _found(given: EntryParameters) -> str:
    return _with_photos(_("Somebody looked into it on the spot."), given)


def _with_photos(sentence: str, given: EntryParameters) -> str:
    count = int(given.get("photos") or 0)
    if not count:
        return sentence
    photos = ngettext("{count} photo", "{count} photos", count).format(count=count)
    return _("{sentence} ({more})").format(sentence=sentence, more=photos)


def _deliberated(given: EntryParameters) -> str:
    kind = TALKS.get(str(given.get("kind"))) or gettext_lazy("Talk")
    heads = int(given.get("heads") or 0)
    return ngettext(
        "{kind}: {count} person took part.", "{kind}: {count} people took part.", heads
    ).format(kind=kind, count=heads)


def _committed(given: EntryParameters) -> str:
    if given.get("made_safe"):
        return _("{body} made it safe and promised the repair.").format(body=given.body)
    if given.get("limit"):
        return _("{body} made a promise beyond its clock.").format(body=given.body)
    return _("{body} made a promise.").format(body=given.body)


def _delivered(given: EntryParameters) -> str:
    if given.get("role") == TurnRole.JOINT:
        sentence = _("{body} reported its part done.").format(body=given.body)
    else:
        sentence = _("{body} reported the result.").format(body=given.body)
    if given.get("money"):
        return _("{sentence} ({more})").format(sentence=sentence, more=yuan(given.get("money")))
    return sentence


def _verified(given: EntryParameters) -> str:
    if given.get("there"):
        return _("Checked on the spot: the result is there.")
    return _("Checked on the spot: the result is not there yet.")


def _word(given: EntryParameters) -> str:
    resolved = RESOLVED.get(str(given.get("resolved")), "")
    praise = PRAISE.get(str(given.get("satisfaction")))
    said = f"{resolved}{_(', ')}{praise}" if praise else str(resolved)
    if given.get("via") == VerdictVia.CALL_BACK:
        return _("The resident's word on the phone: {said}.").format(said=said)
    return _("The resident's word: {said}.").format(said=said)


def _called_back(given: EntryParameters) -> str:
    attempt = int(given.get("attempt") or 1)
    if given.get("reached"):
        return _("Call {attempt} to the resident: reached.").format(attempt=attempt)
    return _("Call {attempt} to the resident: no answer.").format(attempt=attempt)


def _closed(given: EntryParameters) -> str:
    if given.get("ending") == Ending.SOLVED:
        return _("Closed: solved by the resident's word.")
    return _("Closed without an answer from the resident.")


def _supervised(given: EntryParameters) -> str:
    return _("Supervisors were called in: {body} must answer.").format(body=given.body)


def _hidden(given: EntryParameters) -> str:
    if given.get("why") == "category":
        return _("It was taken out of public sight: matters of its kind became private.")
    return _("It was taken out of public sight.")


def _merged_here(given: EntryParameters) -> str:
    """Which one it was is never said: it may cease to be public. Older entries named it."""
    sentence = _("Another matter about the same is handled here as well from now on.")
    count = int(given.get("people") or 0)
    if count:
        more = ngettext("{count} neighbour more", "{count} neighbours more", count).format(
            count=count
        )
        sentence = _("{sentence} ({more})").format(sentence=sentence, more=more)
    if given.get("class"):
        phrase = str(PHRASES.get(str(given.get("class")), ""))
        sentence = _("{sentence} With it came its kind: {kind}.").format(
            sentence=sentence, kind=phrase
        )
    if any(given.get(name) for name in ("clocks", "promised", "promises")):
        sentence = _("{sentence} Its earlier dates hold from now on.").format(sentence=sentence)
    return sentence


def _by_body(sentence: Text) -> Callable[[EntryParameters], str]:
    return lambda told: str(sentence).format(body=told.body)


def _plain(sentence: Text) -> Callable[[EntryParameters], str]:
    return lambda _told: str(sentence)


KINDS: Mapping[str, Callable[[EntryParameters], str]] = {
    "issue.raised": _plain(gettext_lazy("The matter was raised.")),
    "issue.turn": _turn,
    "issue.received": _received,
    "issue.published": _plain(gettext_lazy("It was checked and published.")),
    "issue.kept_private": _plain(gettext_lazy("It is kept private.")),
    "issue.hidden": _hidden,
    "issue.responded": _plain(gettext_lazy("The resident was answered.")),
    "issue.classified": _classified,
    "issue.stage": _stage,
    "issue.declined": _plain(
        gettext_lazy("Not for the council; the resident was told where to go.")
    ),
    "issue.merged": _plain(gettext_lazy("Handled together with another matter from now on.")),
    "issue.merged_here": _merged_here,
    "issue.split_off": _plain(
        gettext_lazy("It is handled with no other any more; it goes on by itself.")
    ),
    "issue.withdrawn": _plain(gettext_lazy("The resident took the matter back.")),
    "issue.supported": _plain(gettext_lazy("A neighbour said: the same happened to us.")),
    "issue.added": _added,
    "issue.found": _found,
    "issue.deliberated": _deliberated,
    **SITTING_KINDS,
    "issue.committed": _committed,
    "issue.delivered": _delivered,
    "issue.verified": _verified,
    "issue.word": _word,
    "issue.called_back": _called_back,
    "issue.closed": _closed,
    "issue.missed": _missed,
    "issue.supervised": _supervised,
    "issue.recomputed": _plain(
        gettext_lazy("A new calendar of working days came out, so the times were worked out again.")
    ),
    "issue.reporter_erased": _plain(
        gettext_lazy("By their own wish, everything about the resident was erased.")
    ),
    "issue.contact_seen": _plain(gettext_lazy("The resident's phone number was looked at.")),
    "issue.noted": _by_body(gettext_lazy("{body} left a note for colleagues.")),
    "issue.assigned": _by_body(gettext_lazy("{body} said who of them sees to it.")),
    "issue.told_in_person": _plain(
        gettext_lazy("A message had not arrived; the resident was told in person.")
    ),
}
BREACHES = frozenset({"issue.missed", "issue.supervised"})
# Not for the public: only resident and staff learn who looked at a number or called it.
INSIDE_ONLY = frozenset({"issue.contact_seen", "issue.told_in_person"})
# Not for residents either: colleagues talk among themselves.
COLLEAGUES_ONLY = frozenset({"issue.noted"})


def sentence_of(kind: str, version: int, given: EntryParameters) -> str:
    """The sentence of an entry; an unknown kind or version is shown as it is."""
    known = KINDS.get(kind) if version == 1 else None
    return known(given) if known is not None else _("Recorded: {kind}").format(kind=kind)
