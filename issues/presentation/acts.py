"""The acts a person may do to an issue now, as buttons: what comes next first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from grids.standing import Standing
from issues.addresses import address_of_act
from issues.duties import before_delivery, before_department
from issues.enums import Act, DeadlineKind, Level, MatterClass, Stage, Visibility
from issues.facts import Facts
from issues.models import Issue
from issues.rules import holds_lead, offered

Text = str | Promise

# Label, icon, key on the keyboard. Order is the order of the work.
BUTTONS: Mapping[Act, tuple[Text, str, str]] = {
    Act.RECEIVE: (_("Take it in"), "inbox", "r"),
    Act.VERIFY: (_("Check on the spot"), "search-check", "v"),
    Act.CALL_BACK: (_("Call back"), "phone-call", "b"),
    Act.NAME_LEAD: (_("Name the lead"), "signpost", "n"),
    Act.PUBLISH: (_("Check and publish"), "eye", "p"),
    Act.RESPOND: (_("Answer the resident"), "message-circle", "a"),
    Act.CLASSIFY: (_("Set the class"), "tags", "c"),
    Act.SETTLE: (_("Settle it on the spot"), "handshake", "s"),
    Act.FIND: (_("Write down a finding"), "clipboard-list", "f"),
    Act.DELIBERATE: (_("Write down a talk"), "messages-square", "t"),
    Act.COMMIT: (_("Promise"), "calendar-check", "m"),
    Act.DELIVER: (_("Report the result"), "circle-check-big", "d"),
    Act.JOIN: (_("Ask a body to join"), "user-plus", "i"),
    Act.PUSH_UP: (_("Push it up"), "circle-arrow-up", "u"),
    Act.KEEP_PRIVATE: (_("Keep it private"), "lock", "l"),
    Act.MERGE: (_("Handle it with another"), "merge", "g"),
    Act.DECLINE: (_("Not for the council"), "circle-x", "x"),
    Act.HIDE: (_("Hide it"), "eye-off", "h"),
}
# What a clock asks for.
ASKED: Mapping[str, Act] = {
    DeadlineKind.RECEIVE: Act.RECEIVE,
    DeadlineKind.RESPOND: Act.RESPOND,
    DeadlineKind.TALK: Act.DELIBERATE,
    DeadlineKind.COMMITMENT: Act.DELIVER,
}
# Seldom needed: folded below the others.
SELDOM = frozenset({Act.KEEP_PRIVATE, Act.MERGE, Act.DECLINE, Act.HIDE, Act.JOIN})
# Nothing to type: one press does it.
AT_ONCE = frozenset({Act.RECEIVE})


def buttons_of(
    issue: Issue, facts: Facts, standing: Standing, *, back: str = "", asked: str = ""
) -> list[dict[str, Any]]:
    """The acts offered. Exactly one is `next`, where there is any that moves the matter on.

    `asked` is the kind of the clock that runs out first for the reader: what it asks for is next.
    """
    acts = [
        act
        for act in BUTTONS
        if offered(act, standing, facts) and not missing(act, standing, facts)
    ]
    first = next_act(acts, facts, asked)
    seldom = SELDOM if _to_check(facts) else SELDOM | {Act.PUBLISH}
    ordered = sorted(acts, key=lambda act: (act != first, act in seldom))
    return [
        _button(issue, act, back=back, first=act == first, seldom=act in seldom) for act in ordered
    ]


def missing(act: Act, standing: Standing, facts: Facts) -> str:
    """What must come first; the button is then left out and this said instead."""
    if act in {Act.COMMIT, Act.DELIVER} and holds_lead(standing, facts):
        return str(before_delivery(facts))
    return str(before_department(facts)) if act == Act.PUSH_UP else ""


def next_act(acts: Sequence[Act], facts: Facts, asked: str = "") -> Act | None:
    """What moves the matter on from where it stands."""
    waits = facts.lead is not None and facts.lead.general_office
    wanted = [
        *([Act.NAME_LEAD] if waits else []),
        *([ASKED[asked]] if asked in ASKED else []),
        Act.RECEIVE,
        Act.VERIFY,
        Act.CALL_BACK,
        *_to_check(facts),
        *_by_stage(facts),
    ]
    return next((act for act in wanted if act in acts), None)


def _to_check(facts: Facts) -> list[Act]:
    """What nobody read yet for the public; what was read once is looked at again by choice."""
    if facts.visibility == Visibility.PENDING:
        return [Act.KEEP_PRIVATE if facts.private_wish or facts.is_dispute else Act.PUBLISH]
    is_shown = facts.visibility == Visibility.PUBLIC
    return [Act.PUBLISH] if is_shown and facts.additions_wait else []


def _by_stage(facts: Facts) -> list[Act]:
    if facts.stage == Stage.COLLECT:
        return [Act.CLASSIFY]
    if facts.stage == Stage.DELIVER:
        return [Act.DELIVER]
    if facts.level == Level.DEPARTMENT:
        return [Act.COMMIT]
    if facts.matter_class in {MatterClass.SMALL, MatterClass.URGENT}:
        return [Act.SETTLE, Act.DELIVER]
    if facts.stage == Stage.TOPIC:
        return [Act.FIND]
    return [Act.DELIBERATE] if facts.deliberations < 2 else [Act.COMMIT]


def _button(issue: Issue, act: Act, *, back: str, first: bool, seldom: bool) -> dict[str, Any]:
    label, icon, key = BUTTONS[act]
    return {
        "act": act.value,
        "label": label,
        "icon": icon,
        "key": key,
        "url": address_of_act(issue, act, back=back),
        "path": address_of_act(issue, act),
        "next": first,
        "seldom": seldom and not first,
        "at_once": act in AT_ONCE,
    }


def waits_for(facts: Facts, standing: Standing) -> list[str]:
    """What must come first, said where the buttons would be."""
    said = [
        missing(act, standing, facts)
        for act in (Act.COMMIT, Act.PUSH_UP)
        if offered(act, standing, facts)
    ]
    return list(dict.fromkeys(sentence for sentence in said if sentence))
