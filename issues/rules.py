"""Who may do what to an issue. Pure predicates over a standing and facts."""

from __future__ import annotations

from dataclasses import replace

from grids.enums import BodyKind, Role
from grids.standing import Standing
from issues.enums.matter import MatterClass, Visibility
from issues.enums.turns import Level
from issues.facts import Facts, HoldingBody

# The roles whose holders act for a body, by its kind.
HANDS: dict[str, tuple[Role, ...]] = {
    BodyKind.GRID: (Role.GRID_WORKER, Role.GRID_HEAD),
    BodyKind.COMMUNITY: (Role.STAFF, Role.LEAD),
    BodyKind.DEPARTMENT: (Role.CLERK, Role.SIGNER),
    BodyKind.PARTNER: (Role.CLERK, Role.SIGNER),
}
MOST_CALL_BACKS = 3


def acts_for(standing: Standing, holder: HoldingBody) -> bool:
    """The person acts for this body; the street's dispatchers act for its general office."""
    if standing.holds(*HANDS.get(holder.kind, ()), body_id=holder.body_id):
        return True
    return holder.general_office and standing.holds_over(Role.DISPATCHER, path=holder.path)


def holds_lead(standing: Standing, facts: Facts) -> bool:
    return facts.lead is not None and acts_for(standing, facts.lead)


def holds_part(standing: Standing, facts: Facts) -> bool:
    return any(acts_for(standing, joint) for joint in facts.joints)


def is_reporter(standing: Standing, facts: Facts) -> bool:
    return standing.user_id is not None and standing.user_id == facts.reporter_id


def works_there(standing: Standing, facts: Facts) -> bool:
    """Grid workers of the issue's grid and staff of its community, wherever it stands now."""
    return standing.holds_over(
        Role.GRID_WORKER, Role.GRID_HEAD, path=facts.grid_path
    ) or standing.holds_over(Role.STAFF, Role.LEAD, path=facts.community_path)


def dispatches(standing: Standing, facts: Facts) -> bool:
    return standing.holds_over(Role.DISPATCHER, path=facts.street_path)


def oversees(standing: Standing, facts: Facts) -> bool:
    """Supervisors, and dispatchers for what reached the departments or is urgent.

    A dispute stays with its community: until it is handed on, supervisors read nothing of it.
    """
    reached = facts.level == Level.DEPARTMENT or facts.matter_class == MatterClass.URGENT
    if standing.holds_over(Role.SUPERVISOR, path=facts.street_path):
        return reached or not facts.is_dispute
    return reached and dispatches(standing, facts)


def sees_inside(standing: Standing, facts: Facts) -> bool:
    """The resident's own words and all photos, checked or not."""
    if is_reporter(standing, facts) or holds_lead(standing, facts) or holds_part(standing, facts):
        return True
    if any(acts_for(standing, holder) for holder in facts.earlier):
        return True
    return works_there(standing, facts) or oversees(standing, facts)


def raised_what_was_merged(standing: Standing, facts: Facts) -> bool:
    """Their own matter was merged into it; they read of it what everyone reads or once read."""
    return standing.user_id in facts.merged_reporters


def sees(standing: Standing, facts: Facts) -> bool:
    """May open the page at all."""
    public = facts.visibility == Visibility.PUBLIC
    return public or raised_what_was_merged(standing, facts) or sees_inside(standing, facts)


def adds(standing: Standing, facts: Facts) -> bool:
    """Whoever is signed in and may open it; a body that had it once only reads."""
    return standing.user_id is not None and sees(standing, replace(facts, earlier=()))


def is_neighbour(standing: Standing, facts: Facts) -> bool:
    return (
        standing.user_id is not None
        and facts.visibility == Visibility.PUBLIC
        and not is_reporter(standing, facts)
    )


def answers(standing: Standing, facts: Facts) -> bool:
    is_first = standing.is_posted and standing.user_id == facts.first_receiver_id
    return holds_lead(standing, facts) or is_first


def looks_into(standing: Standing, facts: Facts) -> bool:
    return holds_lead(standing, facts) or works_there(standing, facts)


def has_a_turn(standing: Standing, facts: Facts) -> bool:
    return holds_lead(standing, facts) or holds_part(standing, facts)


def leads_below_department(standing: Standing, facts: Facts) -> bool:
    return facts.level != Level.DEPARTMENT and holds_lead(standing, facts)


def works_on(standing: Standing, facts: Facts) -> bool:
    """They read colleagues' notes: hands of the bodies that have it, its grid and its community."""
    return has_a_turn(standing, facts) or works_there(standing, facts)


def verifies(standing: Standing, facts: Facts) -> bool:
    return works_there(standing, facts) and standing.user_id != facts.delivered_by


def calls_back(standing: Standing, facts: Facts) -> bool:
    """Someone other than the handler, so that nobody asks about their own work."""
    somebody = (
        standing.holds_over(Role.STAFF, Role.LEAD, path=facts.community_path)
        or standing.holds_over(Role.GRID_HEAD, path=facts.grid_path)
        or (facts.level == Level.DEPARTMENT and dispatches(standing, facts))
    )
    return somebody and standing.user_id != facts.delivered_by


def names_lead(standing: Standing, facts: Facts) -> bool:
    return facts.level == Level.DEPARTMENT and dispatches(standing, facts)


def joins(standing: Standing, facts: Facts) -> bool:
    return holds_lead(standing, facts) or names_lead(standing, facts)


def sees_contact(standing: Standing, facts: Facts) -> bool:
    return (
        holds_lead(standing, facts)
        or holds_part(standing, facts)
        or works_there(standing, facts)
        or calls_back(standing, facts)
    )


def waits_to_be_received(standing: Standing, facts: Facts) -> bool:
    holders = [holder for holder in (facts.lead, *facts.joints) if holder is not None]
    return any(not holder.received and acts_for(standing, holder) for holder in holders)


def is_received(facts: Facts) -> bool:
    return facts.lead is not None and facts.lead.received


def may_write_down(standing: Standing) -> bool:
    """They may raise what others said on a doorstep or by phone, wherever the place is."""
    return standing.is_posted
