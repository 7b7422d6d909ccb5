"""Everything that can be done to an issue, one row each: at which stages, by whom, which button.

`docs/adding-an-act.md` says what else a new row needs; `docs/acts.md` is written from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from acting.acts import ActRow
from acting.guard import Guard
from acting.refusals import NotOpen
from grids.standing import Standing
from issues import rules
from issues.acts import of_use
from issues.enums.acts import Act
from issues.enums.stages import BEFORE_DELIVERY, OPEN_STAGES, WORKED_ON, Stage
from issues.facts import Facts
from issues.refusals import NotYours, Stale, WrongStage


@dataclass(frozen=True, kw_only=True)
class IssueActRow(ActRow[Standing, Facts]):
    """`key` is a key of the keyboard; `seldom` acts are folded below; `at_once` need no form.

    An act without `icon` is not among the buttons of those who work on the matter.
    """

    stages: frozenset[Stage]
    key: str = ""
    seldom: bool = False
    at_once: bool = False

    def allows(self, of: Facts) -> bool:
        return of.stage in self.stages and super().allows(of)


GUARD = Guard(not_yours=NotYours, not_now=WrongStage, stale=Stale)
# In the order of the work, which is the order of the buttons.
ACTS: Mapping[Act, IssueActRow] = {
    Act.RECEIVE: IssueActRow(
        stages=OPEN_STAGES - {Stage.CONFIRM},
        who=rules.has_a_turn,
        of_use=rules.waits_to_be_received,
        label=_("Take it in"),
        icon="inbox",
        key="r",
        at_once=True,
    ),
    Act.VERIFY: IssueActRow(
        stages=frozenset({Stage.DELIVER}),
        who=rules.verifies,
        of_use=of_use.result_unchecked,
        label=_("Check on the spot"),
        icon="search-check",
        key="v",
    ),
    Act.CALL_BACK: IssueActRow(
        stages=frozenset({Stage.CONFIRM}),
        who=rules.calls_back,
        of_use=of_use.calls_left,
        label=_("Call back"),
        icon="phone-call",
        key="b",
    ),
    Act.NAME_LEAD: IssueActRow(
        stages=BEFORE_DELIVERY | {Stage.DELIVER},
        who=rules.names_lead,
        label=_("Name the lead"),
        icon="signpost",
        key="n",
    ),
    # It may be published again, to correct what is shown or to check additions.
    Act.PUBLISH: IssueActRow(
        stages=frozenset(Stage) - {Stage.WITHDRAWN},
        who=rules.works_there,
        of_use=of_use.may_be_public,
        label=_("Check and publish"),
        icon="eye",
        key="p",
    ),
    Act.RESPOND: IssueActRow(
        stages=OPEN_STAGES,
        who=rules.answers,
        of_use=of_use.received,
        label=_("Answer the resident"),
        icon="message-circle",
        key="a",
    ),
    Act.CLASSIFY: IssueActRow(
        stages=BEFORE_DELIVERY,
        who=rules.holds_lead,
        of_use=of_use.received,
        label=_("Set the class"),
        icon="tags",
        key="c",
    ),
    Act.SETTLE: IssueActRow(
        stages=frozenset({Stage.TOPIC}),
        who=rules.leads_below_department,
        of_use=of_use.received_and_small_or_urgent,
        label=_("Settle it on the spot"),
        icon="handshake",
        key="s",
    ),
    Act.FIND: IssueActRow(
        stages=WORKED_ON | {Stage.DELIVER},
        who=rules.looks_into,
        label=_("Write down a finding"),
        icon="clipboard-list",
        key="f",
    ),
    # An urgent matter is owed a talk, which may come after the action.
    Act.DELIBERATE: IssueActRow(
        stages=WORKED_ON | {Stage.DELIVER, Stage.CONFIRM},
        who=rules.looks_into,
        of_use=of_use.talk_still_counts,
        label=_("Write down a talk"),
        icon="messages-square",
        key="t",
    ),
    Act.COMMIT: IssueActRow(
        stages=WORKED_ON | {Stage.DELIVER},
        who=rules.has_a_turn,
        of_use=of_use.received,
        label=_("Promise"),
        icon="calendar-check",
        key="m",
    ),
    # Before DELIVER only from the stages that DELIVER_FROM allows.
    Act.DELIVER: IssueActRow(
        stages=WORKED_ON | {Stage.DELIVER},
        who=rules.has_a_turn,
        of_use=of_use.received_and_no_note_owed,
        label=_("Report the result"),
        icon="circle-check-big",
        key="d",
    ),
    # A dispute is confided to no other body, and never merged with a public matter.
    Act.JOIN: IssueActRow(
        stages=BEFORE_DELIVERY | {Stage.DELIVER},
        who=rules.joins,
        of_use=of_use.received_and_no_dispute,
        label=_("Ask a body to join"),
        icon="user-plus",
        key="i",
        seldom=True,
    ),
    Act.PUSH_UP: IssueActRow(
        stages=BEFORE_DELIVERY | {Stage.DELIVER},
        who=rules.leads_below_department,
        label=_("Push it up"),
        icon="circle-arrow-up",
        key="u",
    ),
    Act.KEEP_PRIVATE: IssueActRow(
        stages=frozenset(Stage) - {Stage.WITHDRAWN},
        who=rules.works_there,
        of_use=of_use.not_looked_at,
        label=_("Keep it private"),
        icon="lock",
        key="l",
        seldom=True,
    ),
    Act.MERGE: IssueActRow(
        stages=frozenset({Stage.COLLECT, Stage.TOPIC, Stage.INVESTIGATE}),
        who=rules.holds_lead,
        of_use=of_use.no_dispute,
        label=_("Handle it with another"),
        icon="merge",
        key="g",
        seldom=True,
    ),
    Act.DECLINE: IssueActRow(
        stages=frozenset({Stage.COLLECT, Stage.TOPIC}),
        who=rules.holds_lead,
        of_use=of_use.received,
        label=_("Not for the council"),
        icon="circle-x",
        key="x",
        seldom=True,
    ),
    Act.HIDE: IssueActRow(
        stages=frozenset(Stage),
        who=rules.works_there,
        of_use=of_use.public,
        label=_("Hide it"),
        icon="eye-off",
        key="h",
        seldom=True,
    ),
    Act.ASSIGN: IssueActRow(
        stages=OPEN_STAGES,
        who=rules.has_a_turn,
        label=_("Say who sees to it"),
        icon="user-round",
        key="w",
        seldom=True,
    ),
    Act.NOTE: IssueActRow(
        stages=frozenset(Stage) - {Stage.WITHDRAWN},
        who=rules.works_on,
        label=_("Note for colleagues"),
        icon="clipboard-list",
        key="e",
        seldom=True,
    ),
    # Not a button, but a link beside the masked number.
    Act.SEE_CONTACT: IssueActRow(stages=OPEN_STAGES, who=rules.sees_contact),
    # Acts of residents: they have their places on the page of the matter.
    Act.SUPPORT: IssueActRow(stages=OPEN_STAGES, who=rules.is_neighbour),
    # What one follows stays on one's page when it has ended, and can be let go there.
    Act.FOLLOW: IssueActRow(stages=frozenset(Stage), who=rules.is_neighbour),
    Act.ADD: IssueActRow(stages=OPEN_STAGES, who=rules.adds),
    Act.CONFIRM: IssueActRow(stages=frozenset({Stage.CONFIRM}), who=rules.is_reporter),
    Act.WITHDRAW: IssueActRow(stages=BEFORE_DELIVERY, who=rules.is_reporter),
}


def may(act: Act, standing: Standing, facts: Facts) -> bool:
    """True if the person's posts, or being the reporter, allow the act."""
    return ACTS[act].who(standing, facts)


def stage_allows(act: Act, facts: Facts) -> bool:
    return ACTS[act].allows(facts)


def why_closed(act: Act, standing: Standing, facts: Facts) -> NotOpen | None:
    """None if the act is theirs to do; NotYours or WrongStage otherwise."""
    return GUARD.why_closed(ACTS[act], standing, facts)


def offered(act: Act, standing: Standing, facts: Facts) -> bool:
    """True if the button is shown: the person may, the stage allows it, and it is not yet done."""
    return ACTS[act].offered(standing, facts)


def may_tell_in_person(standing: Standing, facts: Facts) -> bool:
    """True for those who may see the resident's number, at any stage: they can have called it."""
    return may(Act.SEE_CONTACT, standing, facts)
