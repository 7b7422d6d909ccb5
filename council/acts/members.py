"""What can be done to a member's term, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from acting.acts import ActRow
from council.enums.members import MemberAct
from council.facts.members import MemberFacts
from council.facts.viewer import Viewer
from council.rules import members as rules


def not_over(facts: MemberFacts) -> bool:
    return facts.today <= facts.last_day


def may_be_renewed(facts: MemberFacts) -> bool:
    return not_over(facts) and not facts.is_renewed and not facts.is_ended


def may_be_ended(facts: MemberFacts) -> bool:
    return facts.runs and not facts.is_ended


MemberActRow = ActRow[Viewer, MemberFacts]

MEMBER_ACTS: Mapping[MemberAct, MemberActRow] = {
    MemberAct.EXCUSE: MemberActRow(
        who=rules.excuses, when=not_over, label=_("Ask leave"), icon="calendar-x"
    ),
    MemberAct.RENEW: MemberActRow(
        who=rules.renews, when=may_be_renewed, label=_("Renew the term"), icon="rotate-cw"
    ),
    MemberAct.RESIGN: MemberActRow(
        who=rules.is_member, when=may_be_ended, label=_("Resign"), icon="log-out"
    ),
    MemberAct.RECALL: MemberActRow(
        who=rules.renews, when=may_be_ended, label=_("Recall"), icon="user-x"
    ),
}
