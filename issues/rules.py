"""Who may do what to an issue. Pure predicates over a standing and facts."""

from __future__ import annotations

from collections.abc import Callable

from grids.enums import BodyKind, Role
from grids.queries.standing import Standing
from issues.duties import before_publishing, may_still_talk, owes_note
from issues.enums import (
    ACT_STAGES,
    Act,
    Level,
    MatterClass,
    Stage,
    Visibility,
)
from issues.facts import Facts, HoldingBody

# Whose hands a body has.
HANDS: dict[str, tuple[Role, ...]] = {
    BodyKind.GRID: (Role.GRID_WORKER, Role.GRID_HEAD),
    BodyKind.COMMUNITY: (Role.STAFF, Role.LEAD),
    BodyKind.DEPARTMENT: (Role.CLERK, Role.SIGNER),
    BodyKind.PARTNER: (Role.CLERK, Role.SIGNER),
}
MOST_CALL_BACKS = 3


def acts_for(standing: Standing, holder: HoldingBody) -> bool:
    """Speaks for this body; the street's dispatchers speak for its general office."""
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


def sees(standing: Standing, facts: Facts) -> bool:
    """May open the page at all."""
    return facts.visibility == Visibility.PUBLIC or sees_inside(standing, facts)


def _signed_in(standing: Standing, facts: Facts) -> bool:
    return standing.user_id is not None and sees(standing, facts)


def _supports(standing: Standing, facts: Facts) -> bool:
    return (
        standing.user_id is not None
        and facts.visibility == Visibility.PUBLIC
        and not is_reporter(standing, facts)
    )


def _answers(standing: Standing, facts: Facts) -> bool:
    is_first = standing.is_posted and standing.user_id == facts.first_receiver_id
    return holds_lead(standing, facts) or is_first


def _looks_into(standing: Standing, facts: Facts) -> bool:
    return holds_lead(standing, facts) or works_there(standing, facts)


def _delivers(standing: Standing, facts: Facts) -> bool:
    return holds_lead(standing, facts) or holds_part(standing, facts)


def _settles(standing: Standing, facts: Facts) -> bool:
    return facts.level != Level.DEPARTMENT and holds_lead(standing, facts)


def _verifies(standing: Standing, facts: Facts) -> bool:
    return works_there(standing, facts) and standing.user_id != facts.delivered_by


def _calls_back(standing: Standing, facts: Facts) -> bool:
    """Someone other than the handler, so that nobody asks about their own work."""
    somebody = (
        standing.holds_over(Role.STAFF, Role.LEAD, path=facts.community_path)
        or standing.holds_over(Role.GRID_HEAD, path=facts.grid_path)
        or (facts.level == Level.DEPARTMENT and dispatches(standing, facts))
    )
    return somebody and standing.user_id != facts.delivered_by


def _names_lead(standing: Standing, facts: Facts) -> bool:
    return facts.level == Level.DEPARTMENT and dispatches(standing, facts)


def _joins(standing: Standing, facts: Facts) -> bool:
    return holds_lead(standing, facts) or _names_lead(standing, facts)


def _sees_contact(standing: Standing, facts: Facts) -> bool:
    return (
        holds_lead(standing, facts)
        or holds_part(standing, facts)
        or works_there(standing, facts)
        or _calls_back(standing, facts)
    )


WHO: dict[Act, Callable[[Standing, Facts], bool]] = {
    Act.RECEIVE: _delivers,
    Act.PUBLISH: works_there,
    Act.KEEP_PRIVATE: works_there,
    Act.HIDE: works_there,
    Act.RESPOND: _answers,
    Act.CLASSIFY: holds_lead,
    Act.DECLINE: holds_lead,
    Act.MERGE: holds_lead,
    Act.WITHDRAW: is_reporter,
    Act.SUPPORT: _supports,
    Act.ADD: _signed_in,
    Act.FIND: _looks_into,
    Act.DELIBERATE: _looks_into,
    Act.SETTLE: _settles,
    Act.COMMIT: _delivers,
    Act.DELIVER: _delivers,
    Act.VERIFY: _verifies,
    Act.CONFIRM: is_reporter,
    Act.CALL_BACK: _calls_back,
    Act.PUSH_UP: _settles,
    Act.NAME_LEAD: _names_lead,
    Act.JOIN: _joins,
    Act.SEE_CONTACT: _sees_contact,
}


def may(act: Act, standing: Standing, facts: Facts) -> bool:
    """The person's posts, or being the reporter, allow the act on such an issue."""
    return WHO[act](standing, facts)


def may_tell_in_person(standing: Standing, facts: Facts) -> bool:
    """Whoever may see the resident's number may say that they rang it, at any stage."""
    return may(Act.SEE_CONTACT, standing, facts)


def may_take_down(standing: Standing) -> bool:
    """Raise what others said: on the doorstep, on the phone, at a hotline; in any place."""
    return standing.is_posted


def stage_allows(act: Act, facts: Facts) -> bool:
    return facts.stage in ACT_STAGES[act]


def offered(act: Act, standing: Standing, facts: Facts) -> bool:
    """Show the button: the person may, the stage allows it, and it is not done already."""
    return stage_allows(act, facts) and may(act, standing, facts) and _is_open(act, standing, facts)


def _waits_to_be_received(standing: Standing, facts: Facts) -> bool:
    holders = [holder for holder in (facts.lead, *facts.joints) if holder is not None]
    return any(not holder.received and acts_for(standing, holder) for holder in holders)


def _is_received(facts: Facts) -> bool:
    return facts.lead is not None and facts.lead.received


# Not yet done, or not yet possible: what only hides a button and is no refusal.
IS_OPEN: dict[Act, Callable[[Standing, Facts], bool]] = {
    Act.RECEIVE: _waits_to_be_received,
    Act.VERIFY: lambda _, facts: facts.awaits_verification,
    Act.DELIVER: lambda standing, facts: (
        not facts.awaits_verification
        and (facts.stage == Stage.DELIVER or _is_received(facts))
        and not (owes_note(facts) and holds_lead(standing, facts))
    ),
    Act.DELIBERATE: lambda _, facts: may_still_talk(facts),
    # Again as well: what was shown is corrected, what was added since is checked.
    Act.PUBLISH: lambda _, facts: not before_publishing(facts),
    Act.KEEP_PRIVATE: lambda _, facts: facts.visibility == Visibility.PENDING,
    Act.HIDE: lambda _, facts: facts.visibility == Visibility.PUBLIC,
    Act.CALL_BACK: lambda _, facts: facts.call_backs < MOST_CALL_BACKS,
    Act.SETTLE: lambda _, facts: (
        _is_received(facts) and facts.matter_class in {MatterClass.SMALL, MatterClass.URGENT}
    ),
    Act.RESPOND: lambda _, facts: _is_received(facts),
    Act.CLASSIFY: lambda _, facts: _is_received(facts),
    Act.DECLINE: lambda _, facts: _is_received(facts),
    Act.COMMIT: lambda _, facts: _is_received(facts),
    # A dispute is told to no other body, and not handled with what is public.
    Act.JOIN: lambda _, facts: _is_received(facts) and not facts.is_dispute,
    Act.MERGE: lambda _, facts: not facts.is_dispute,
}


def _is_open(act: Act, standing: Standing, facts: Facts) -> bool:
    is_open = IS_OPEN.get(act)
    return is_open is None or is_open(standing, facts)
