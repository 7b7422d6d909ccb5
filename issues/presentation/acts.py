"""The acts that a person may do now, as buttons; the next one comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from grids.standing import Standing
from issues.acts.table import ACTS, offered
from issues.addresses import address_of_act
from issues.duties import (
    before_delivery,
    before_department,
    left_to_others,
    owes_push_up,
    owes_settling,
)
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import WORKED_ON, Stage
from issues.enums.turns import Level
from issues.facts import Facts
from issues.models import Issue
from issues.presentation.nobody_told import settled_by_council
from issues.rules import holds_lead

# The act that each kind of clock asks for.
ASKED: Mapping[str, Act] = {
    DeadlineKind.RECEIVE: Act.RECEIVE,
    DeadlineKind.RESPOND: Act.RESPOND,
    DeadlineKind.TALK: Act.DELIBERATE,
    DeadlineKind.COMMITMENT: Act.DELIVER,
}


def buttons_of(
    issue: Issue, facts: Facts, standing: Standing, *, back: str = "", asked: str = ""
) -> list[dict[str, Any]]:
    """The buttons. One of them is `next` if any moves the issue on.

    `asked` is the kind of the reader's clock that runs out first; its act comes next.
    """
    acts = [
        act
        for act, row in ACTS.items()
        if row.icon and offered(act, standing, facts) and not missing(act, standing, facts)
    ]
    first = next_act(acts, facts, asked)
    seldom = {act for act in acts if ACTS[act].seldom}
    if not _to_check(facts):
        seldom.add(Act.PUBLISH)
    ordered = sorted(acts, key=lambda act: (act != first, act in seldom))
    return [
        _button(issue, act, back=back, first=act == first, seldom=act in seldom) for act in ordered
    ]


def missing(act: Act, standing: Standing, facts: Facts) -> str:
    """What must come first; it is shown instead of the button."""
    if act in {Act.COMMIT, Act.DELIVER} and holds_lead(standing, facts):
        return str(before_delivery(facts))
    return str(before_department(facts)) if act == Act.PUSH_UP else ""


def next_act(acts: Sequence[Act], facts: Facts, asked: str = "") -> Act | None:
    """The act that moves the issue on from its stage."""
    waits = facts.lead is not None and facts.lead.general_office
    wanted = [
        *([Act.NAME_LEAD] if waits else []),
        *([ASKED[asked]] if asked in ASKED else []),
        Act.RECEIVE,
        Act.VERIFY,
        Act.CALL_BACK,
        *_to_check(facts),
        *_asked_by_council(facts),
        *_by_stage(facts),
    ]
    return next((act for act in wanted if act in acts), None)


def _to_check(facts: Facts) -> list[Act]:
    """The act, if any, by which somebody checks what the public does not see yet."""
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
    is_talked_over = facts.deliberations >= 2 or facts.resolutions
    return [Act.COMMIT] if is_talked_over else [Act.DELIBERATE]


def _asked_by_council(facts: Facts) -> list[Act]:
    if owes_push_up(facts):
        return [Act.PUSH_UP]
    return [Act.SETTLE, Act.DELIVER] if owes_settling(facts) else []


def council_asks(facts: Facts, standing: Standing) -> str:
    """What a council's resolution asks of the reader, until it is done."""
    if not holds_lead(standing, facts):
        return ""
    if owes_push_up(facts):
        return _("The council asks you to push this up.")
    if not owes_settling(facts):
        return ""
    if facts.reporter_id is None:
        return settled_by_council()
    return _("The council found this settled: ask the resident.")


def _button(issue: Issue, act: Act, *, back: str, first: bool, seldom: bool) -> dict[str, Any]:
    row = ACTS[act]
    return {
        "act": act.value,
        "label": row.label,
        "icon": row.icon,
        "key": row.key,
        "url": address_of_act(issue, act, back=back),
        "path": address_of_act(issue, act),
        "next": first,
        "seldom": seldom and not first,
        "at_once": row.at_once,
    }


def waits_for(facts: Facts, standing: Standing) -> list[str]:
    """What must come first, shown in place of the buttons."""
    said = [
        missing(act, standing, facts)
        for act in (Act.COMMIT, Act.PUSH_UP)
        if offered(act, standing, facts)
    ]
    if facts.stage in {*WORKED_ON, Stage.DELIVER} and not before_delivery(facts):
        said.append(left_to_others(facts))
    return list(dict.fromkeys(sentence for sentence in said if sentence))
