"""Whether whoever records a resolution may also do what it asks, in the name of the lead."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from issues.acts.table import may, stage_allows
from issues.casework.case import Case
from issues.casework.outcomes import check_result
from issues.duties import before_department
from issues.enums.acts import Act
from issues.inputs import NewOutcome, Talk
from issues.mandate import Mandate
from issues.queries.facts import talks_with


def may_push_up(case: Case, mandate: Mandate) -> bool:
    """Whether they may push it up; this sitting counts among the talks that pushing up requires."""
    after = replace(case.facts, deliberations=talks_with(case.issue, mandate.sitting))
    return _may(case, Act.PUSH_UP) and not before_department(after)


def may_settle(case: Case) -> bool:
    return _may(case, Act.SETTLE)


def agreed_as_result(talk: Talk) -> NewOutcome:
    why = _("Settled at a sitting of the council.")
    return check_result(NewOutcome(text=talk.agreed, no_picture_reason=why))


def _may(case: Case, act: Act) -> bool:
    assert case.standing is not None
    return stage_allows(act, case.facts) and may(act, case.standing, case.facts)
