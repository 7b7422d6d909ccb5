"""What the class of a matter asks before a step, as sentences people can read (rules §5)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from issues.enums.activity import CouncilAsks
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import (
    BEFORE_DELIVERY,
    DELIBERATIONS_BEFORE_DEPARTMENT,
    DELIVER_FROM,
    DELIVER_FROM_AT_DEPARTMENT,
    FINDINGS_BEFORE_DEPARTMENT,
    NOT_TALKED_OVER,
    RESOLUTIONS_BEFORE_DELIVERY,
    Stage,
)
from issues.enums.turns import Level
from issues.facts import Facts

SETTLED_ON_THE_SPOT = frozenset({MatterClass.SMALL, MatterClass.URGENT})


def may_deliver(facts: Facts) -> bool:
    """The class lets it be carried out from the stage it stands on, at the level it is at."""
    if facts.stage == Stage.DELIVER:
        return True
    table = DELIVER_FROM_AT_DEPARTMENT if facts.level == Level.DEPARTMENT else DELIVER_FROM
    if facts.resolutions < RESOLUTIONS_BEFORE_DELIVERY.get(facts.matter_class, 0):
        return False
    return facts.stage in table.get(facts.matter_class, frozenset())


def owes_note(facts: Facts) -> bool:
    """The duty of a small matter, a note of what was agreed; a promise or a talk is one."""
    return (
        facts.matter_class == MatterClass.SMALL
        and facts.level != Level.DEPARTMENT
        and facts.stage in BEFORE_DELIVERY
        and not facts.deliberations
    )


def may_still_talk(facts: Facts) -> bool:
    return facts.stage not in NOT_TALKED_OVER[facts.matter_class]


def before_delivery(facts: Facts) -> str | Promise:
    """What is still missing before the matter may be carried out; empty when nothing is."""
    if may_deliver(facts):
        return ""
    if facts.stage == Stage.COLLECT:
        return _("Set the class of the matter first.")
    if facts.matter_class == MatterClass.MAJOR and never_public(facts):
        return _("A major matter is decided in public, and this one is not. Set another class.")
    if facts.matter_class == MatterClass.MAJOR:
        waits = gettext("A major matter waits for a resolution of the council.")
        return _joined(waits, left_to_others(facts))
    return _("A hard matter needs a finding and a talk before it is carried out.")


def left_to_others(facts: Facts) -> str:
    """What the law leaves to the owners or the residents' assembly; no resolution replaces it."""
    owners, assembly = "", ""
    if facts.owners_note:
        owners = gettext("The owners still have to decide: {what}").format(what=facts.owners_note)
    if facts.assembly_note:
        assembly = gettext("The residents' assembly still has to decide: {what}").format(
            what=facts.assembly_note
        )
    return _joined(owners, assembly)


def _joined(first: str, then: str) -> str:
    if not first or not then:
        return first or then
    return gettext("{sentence} {more}").format(sentence=first, more=then)


def before_talk(facts: Facts) -> str | Promise:
    """What is still missing before a talk over the matter may be written down."""
    if facts.stage == Stage.COLLECT:
        return _("Set the class of the matter first.")
    if facts.stage == Stage.TOPIC and facts.matter_class in {MatterClass.HARD, MatterClass.MAJOR}:
        return _("Write down a finding first: what was seen on the spot.")
    return ""


def before_sitting(facts: Facts) -> str | Promise:
    """Why the matter does not come before a council, whose sittings are public."""
    if facts.is_dispute:
        return _("A dispute between neighbours does not come before a council.")
    if facts.visibility == Visibility.PUBLIC:
        return ""
    if facts.visibility == Visibility.PENDING and not facts.private_wish:
        return _("Check and publish the matter first: sittings are public.")
    return _("This matter is not public, and sittings are.")


def never_public(facts: Facts) -> bool:
    """Sittings are public: what stays private never comes before one, and is no major matter."""
    return facts.is_dispute or facts.private_wish


def may_become_dispute(facts: Facts) -> bool:
    """What everybody reads, or others have, is none any more: it would stay what it was."""
    confided = not facts.joints and facts.level != Level.DEPARTMENT
    return confided and facts.visibility != Visibility.PUBLIC


def why_not_asked(asks: CouncilAsks | None, *, matter_class: str, level: str) -> str | Promise:
    """Why a resolution can't ask this of whoever has the matter; empty when it can."""
    if asks == CouncilAsks.SETTLE and matter_class not in SETTLED_ON_THE_SPOT:
        return _("Only small and urgent matters are settled on the spot.")
    if asks == CouncilAsks.PUSH_UP and level == Level.DEPARTMENT:
        return _("It is with the departments already.")
    return ""


def owes_push_up(facts: Facts) -> bool:
    """A resolution asks the body that has it to push it up."""
    return facts.asked == CouncilAsks.PUSH_UP and facts.level != Level.DEPARTMENT


def owes_settling(facts: Facts) -> bool:
    """A resolution found it settled; its body has yet to ask the resident."""
    return facts.asked == CouncilAsks.SETTLE and facts.stage in BEFORE_DELIVERY


def before_result(facts: Facts) -> str | Promise:
    """What is still missing before the lead may report a result; empty when nothing is."""
    if owes_note(facts):
        return _("Write down what was agreed: settle it on the spot, or note the talk first.")
    return before_delivery(facts)


def before_department(facts: Facts) -> str | Promise:
    """What a hard matter still needs before it may go to a department by hand (rules §5)."""
    if facts.level != Level.COMMUNITY:
        return ""
    if facts.findings < FINDINGS_BEFORE_DEPARTMENT.get(facts.matter_class, 0):
        return _("Write down a finding first: what was seen on the spot.")
    if facts.deliberations < DELIBERATIONS_BEFORE_DEPARTMENT.get(facts.matter_class, 0):
        return _("A hard matter is talked over twice before it goes to a department.")
    return ""


def before_publishing(facts: Facts) -> str | Promise:
    """Why the matter never goes public; empty when it may."""
    if facts.is_dispute:
        return _("A dispute between neighbours stays private.")
    if facts.private_wish:
        return _("The resident asked that it stays private.")
    return ""
