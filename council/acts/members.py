"""What can be done to a member's term, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from acting.acts import ActRow
from council.enums.members import MemberAct
from council.facts.members import MemberFacts
from council.facts.viewer import Viewer
from council.rules import members as rules


def runs(facts: MemberFacts) -> bool:
    return facts.runs


def not_over(facts: MemberFacts) -> bool:
    return facts.today <= facts.last_day


def may_be_renewed(facts: MemberFacts) -> bool:
    return not_over(facts) and not facts.is_renewed


MemberActRow = ActRow[Viewer, MemberFacts]

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
