"""When an act is of use: these only hide a button, of an act that is done or not yet possible.

They refuse nobody: the action checks for itself what it needs.
"""

from __future__ import annotations

from grids.standing import Standing
from issues import rules
from issues.duties import before_publishing, may_still_talk, owes_note
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.facts import Facts
from issues.rules import MOST_CALL_BACKS, is_received


def received(_standing: Standing, facts: Facts) -> bool:
    return is_received(facts)


def result_unchecked(_standing: Standing, facts: Facts) -> bool:
    return facts.awaits_verification


def calls_left(_standing: Standing, facts: Facts) -> bool:
    return facts.call_backs < MOST_CALL_BACKS


def may_be_public(_standing: Standing, facts: Facts) -> bool:
    return not before_publishing(facts)


def received_and_small_or_urgent(_standing: Standing, facts: Facts) -> bool:
    return is_received(facts) and facts.matter_class in {MatterClass.SMALL, MatterClass.URGENT}


def talk_still_counts(_standing: Standing, facts: Facts) -> bool:
    return may_still_talk(facts)


def received_and_no_note_owed(standing: Standing, facts: Facts) -> bool:
    """Taken in, no result waits to be checked, and the note is written if the lead owes one."""
    return (
        not facts.awaits_verification
        and (facts.stage == Stage.DELIVER or is_received(facts))
        and not (owes_note(facts) and rules.holds_lead(standing, facts))
    )


def no_dispute(_standing: Standing, facts: Facts) -> bool:
    return not facts.is_dispute


def received_and_no_dispute(_standing: Standing, facts: Facts) -> bool:
    return is_received(facts) and not facts.is_dispute


def not_looked_at(_standing: Standing, facts: Facts) -> bool:
    return facts.visibility == Visibility.PENDING


def public(_standing: Standing, facts: Facts) -> bool:
    return facts.visibility == Visibility.PUBLIC
