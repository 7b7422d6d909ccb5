"""What must come first in a running sitting, each as the sentence that a grey button shows."""

from __future__ import annotations

from functools import reduce

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from council.enums.votes import VoteState, VoteWay
from council.facts.table import TableFacts
from council.rules.meetings import runs_table
from council.secrecy.batch import FEWEST


def needs_item(facts: TableFacts) -> str | None:
    return None if facts.item_on else _("Begin an item first.")


def needs_matter(facts: TableFacts) -> str | None:
    """A rehearsal touches none."""
    return None if facts.item_has_matter else _("This item is about no matter.")


def needs_no_item(facts: TableFacts) -> str | None:
    return _("End the item that is on first.") if facts.item_on else None


def needs_no_vote(facts: TableFacts) -> str | None:
    return _("A vote is running: close it or declare it void first.") if facts.vote_runs else None


def needs_speech(facts: TableFacts) -> str | None:
    return None if facts.speech_on else _("Nobody has the floor.")


def needs_no_speech(facts: TableFacts) -> str | None:
    return _("Somebody has the floor.") if facts.speech_on else None


def needs_running_clock(facts: TableFacts) -> str | None:
    return _("The clock stands still already.") if facts.speech_paused else None


def needs_stopped_clock(facts: TableFacts) -> str | None:
    return None if facts.speech_paused else _("The clock runs already.")


def needs_motion(facts: TableFacts) -> str | None:
    return None if facts.motions else _("Write down first what is put to the council.")


def needs_public_item(facts: TableFacts) -> str | None:
    """Nobody votes on words that may not be read."""
    if not facts.item_hidden:
        return None
    return _(
        "This matter is not public any more, so nothing on it is put to the vote. Take the motion "
        "back, or put the item off."
    )


def needs_open_matter(facts: TableFacts) -> str | None:
    """Nothing is decided on what goes its own way already."""
    if not facts.item_past_deciding:
        return None
    if facts.item_ended:
        return _(
            "This matter has ended meanwhile, so nothing more is decided on it here. Take back "
            "what was moved, and end the item."
        )
    return _(
        "The resident is asked whether this matter is solved, so nothing is decided on it now. "
        "Take back what was moved, and end the item or put it off."
    )


def needs_public_matter(facts: TableFacts) -> str | None:
    if not facts.item_hidden:
        return None
    return _(
        "This matter is not public any more, so nothing is decided on it here. End the item, or "
        "put it off."
    )


def needs_something_to_vote_on(facts: TableFacts) -> str | None:
    """What was voted on can be voted on again, until the decision is written down."""
    return None if facts.voted_motions else needs_motion(facts)


def needs_no_motion(facts: TableFacts) -> str | None:
    """What was only moved, and nobody seconded, ends with its item."""
    if not facts.motions:
        return None
    return _("A motion is on the table: vote on it, refer it, or take it back first.")


def needs_no_open_result(facts: TableFacts) -> str | None:
    """What was adopted is not lost by turning to the next item, unless nothing can come of it."""
    if facts.item_decided or not facts.item_adopted or facts.item_is_decided_elsewhere:
        return None
    return needs_decision(facts)


def needs_impartial_chair(facts: TableFacts) -> str | None:
    return (
        _("Whoever is in the chair is touched by this item: hand over the chair first.")
        if facts.chair_is_touched
        else None
    )


def needs_quorum(facts: TableFacts) -> str | None:
    """When it is lost, talk goes on, and no vote opens."""
    return None if facts.quorum.is_there else quorum_words(facts)


def quorum_words(facts: TableFacts) -> str:
    quorum = facts.quorum
    if not quorum.members:
        return _("This sitting has no members, so there is no quorum.")
    if quorum.short:
        each = (
            _("{number} more of the {council} must be here for the quorum.").format(
                number=number, council=council
            )
            for council, number in quorum.short
        )
        return reduce(one_after_the_other, each)
    if quorum.missing:
        return _("{number} more must be here for the quorum.").format(number=quorum.missing)
    return _("For the quorum somebody of each kind of member must be here.")


def needs_named_vote(facts: TableFacts) -> str | None:
    if facts.vote != VoteState.OPEN or facts.vote_way != VoteWay.NAMED:
        return _("No vote by name is open.")
    if runs_table(facts.user_id, facts.meeting) or facts.viewer_votes:
        return None
    return _("You came after this vote was opened, or are recused: you can't vote in it.")


def needs_hands(facts: TableFacts) -> str | None:
    hands = {VoteWay.HANDS, VoteWay.PAPER}
    if facts.vote == VoteState.OPEN and facts.vote_way in hands:
        return None
    return _("No vote by hands or on paper is open.")


def needs_closable_vote(facts: TableFacts) -> str | None:
    if facts.vote == VoteState.OPEN and facts.vote_way in {VoteWay.NAMED, VoteWay.SECRET}:
        return None
    return _("No vote by name or in secret is open.")


def needs_counted_vote(facts: TableFacts) -> str | None:
    return None if facts.vote == VoteState.COUNTED else _("There is no new result to announce.")


def needs_running_vote(facts: TableFacts) -> str | None:
    return None if facts.vote_runs else _("No vote is running.")


def needs_no_decision(facts: TableFacts) -> str | None:
    return (
        _("What was decided on this item is written down already.") if facts.item_decided else None
    )


def needs_decision(facts: TableFacts) -> str | None:
    return None if facts.item_decided else _("Write down first what was decided.")


def needs_announced(facts: TableFacts) -> str | None:
    return _("Announce the result first.") if facts.vote == VoteState.COUNTED else None


def needs_waiting(facts: TableFacts) -> str | None:
    return None if facts.waiting else _("Nobody waits for the floor.")


def needs_slip(facts: TableFacts) -> str | None:
    return None if facts.can_undo else _("There is nothing to undo.")


def needs_more_paper(papers: int) -> str | None:
    """Of ballots on paper beside a secret vote: two people count them, and see what they say."""
    if papers == 0 or papers >= FEWEST:
        return None
    sentence = ngettext(
        "Only {count} has taken a ballot on paper: whoever counts would know what they chose.",
        "Only {count} have taken a ballot on paper: whoever counts would know much of what they "
        "chose.",
        papers,
    ).format(count=papers)
    remedy = _("Let {fewest} at least take one, or take it back and let them vote on this tablet.")
    return one_after_the_other(sentence, remedy.format(fewest=FEWEST))


def one_after_the_other(sentence: str, more: str) -> str:
    return _("{sentence} {more}").format(sentence=sentence, more=more)
