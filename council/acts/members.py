"""What can be done to a member's term, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council import rules
from council.enums.members import MemberAct
from council.facts import MemberFacts, Viewer


def runs(facts: MemberFacts) -> bool:
    return facts.runs


def not_over(facts: MemberFacts) -> bool:
    return facts.today <= facts.last_day


def may_be_renewed(facts: MemberFacts) -> bool:
    return not_over(facts) and not facts.is_renewed


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberActRow:
    who: Callable[[Viewer, MemberFacts], bool]
    when: Callable[[MemberFacts], bool]
    label: str | Promise
    icon: str


MEMBER_ACTS: Mapping[MemberAct, MemberActRow] = {
    MemberAct.EXCUSE: MemberActRow(
        who=rules.excuses, when=not_over, label=_("Ask leave"), icon="calendar-x"
    ),
    MemberAct.RENEW: MemberActRow(
        who=rules.renews, when=may_be_renewed, label=_("Renew the term"), icon="rotate-cw"
    ),
    MemberAct.RESIGN: MemberActRow(
        who=rules.is_member, when=runs, label=_("Resign"), icon="log-out"
    ),
    MemberAct.RECALL: MemberActRow(who=rules.renews, when=runs, label=_("Recall"), icon="user-x"),
}


def may(act: MemberAct, viewer: Viewer, facts: MemberFacts) -> bool:
    return MEMBER_ACTS[act].who(viewer, facts)


def offered(act: MemberAct, viewer: Viewer, facts: MemberFacts) -> bool:
    row = MEMBER_ACTS[act]
    return row.who(viewer, facts) and row.when(facts)
