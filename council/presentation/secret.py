"""A secret vote as its pages draw it: the ballot, and what a holder's device is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from council.addresses import address_of_meeting, address_of_phone, address_of_table
from council.enums.votes import TOO_FEW, VOTE_RUNNING, KeyHolder, VoteState, VoteWay
from council.models import Meeting, Vote
from council.order.majority import Count
from council.presentation.agenda import words_of
from council.queries.secret import (
    answers_next,
    has_voted,
    holders_of,
    took_paper,
    voter_at_table,
    voter_of,
)
from council.queries.state import SittingState
from council.rules.meetings import runs_table
from council.secrecy.batch import CHOICES, FEW, FEWEST, tells_on_voters
from council.secrecy.sealing import Holder
from council.secrecy.text import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderPlace:
    """One key's part of the page; `task` is what static/js/vote-keys.js does there, "" for nothing.

    `offices` may do it, by their names: with a single key either of the two.
    """

    vote: str
    role: str
    office: str
    offices: str
    task: str
    has_key: bool = False
    url: str = ""
    batch: str = ""

    @property
    def button(self) -> str:
        return {
            "key": _("Make the key on this device"),
            "open": _("Open the ballots with this device"),
            "try": _("Check this device"),
        }.get(self.task, "")


# Whether this device could hold a key: it makes one and throws it away.
DEVICE_CHECK = HolderPlace(vote="try", role="device", office="", offices="", task="try")


def holder_places(vote: Vote, meeting: Meeting) -> list[HolderPlace]:
    """A place for each key of a vote read `with_progress`, in the order in which they open."""
    needed = list(KeyHolder)[: vote.holders]
    turn = answers_next(vote, vote.first_sealed)  # type: ignore[attr-defined]
    return [_place(vote, meeting, office, is_next=office == turn) for office in needed]


def _place(vote: Vote, meeting: Meeting, office: KeyHolder, *, is_next: bool) -> HolderPlace:
    has_key = office in vote.keys_given  # type: ignore[attr-defined]
    task = ""
    if vote.state == VoteState.KEYS and not has_key:
        task = "key"
    elif is_next:
        task = "open"
    elif vote.state not in VOTE_RUNNING:
        task = "forget"
    name = {"key": "council:secret_key", "open": "council:secret_open"}.get(task)
    at = [meeting.uid, vote.uid]
    alone = vote.holders == 1
    return HolderPlace(
        vote=str(vote.uid),
        role=office.value,
        office=_("chair or recorder") if alone else str(office.label),
        offices=" ".join(KeyHolder) if alone else office.value,
        task=task,
        has_key=has_key,
        url=reverse(name, args=at) if name else "",
        batch=reverse("council:secret_batch", args=at),
    )


def secret_at_table(state: SittingState) -> dict[str, Any] | None:
    """What the table shows of the secret vote that is on; None where there is none."""
    vote, meeting = state.vote_shown, state.meeting
    if vote is None or vote.way != VoteWay.SECRET:
        return None
    places = holder_places(vote, meeting)
    opens = next((place for place in places if place.task == "open"), None)
    return {
        "places": places,
        "opens": opens.office if opens else "",
        "waits_for_keys": vote.state == VoteState.KEYS,
        "warning": _warning(vote),
        "at_table": [
            {"name": state.lines[voter.roll_id].name, "url": _ballot_at_table(state, voter.roll_id)}
            for voter in state.voters
            if vote.state == VoteState.OPEN and (voter.at_table or not voter.has_voted)
        ],
        "papers": sum(voter.on_paper for voter in state.voters),
        "gives_paper": vote.state == VoteState.OPEN,
        "waits_for_paper": vote.waits_for_paper,
        "paper_url": reverse("council:secret_paper", args=[meeting.uid, vote.uid]),
    }


def asked_for_a_key(state: SittingState) -> frozenset[int]:
    """Whose device the secret vote that is on waits for, to make a key or to open with it."""
    vote, meeting = state.vote_shown, state.meeting
    if vote is None or vote.way != VoteWay.SECRET or vote.state not in VOTE_RUNNING:
        return frozenset()
    people = {KeyHolder.CHAIR: meeting.chair_id, KeyHolder.RECORDER: meeting.recorder_id}
    waits = [place for place in holder_places(vote, meeting) if place.task]
    offices = {office for place in waits for office in place.offices.split()}
    return frozenset(key for office, key in people.items() if office in offices and key)


def _warning(vote: Vote) -> str | None:
    if vote.state == VoteState.COUNTED:
        return warning_of_telling(
            Count(vote.yes or 0, vote.no or 0, vote.abstain or 0, vote.invalid or 0)
        )
    return warning_of_few(vote.eligible) if vote.state in VOTE_RUNNING else None


def _ballot_at_table(state: SittingState, roll_id: int) -> str:
    assert state.vote_shown is not None
    page = reverse("council:secret_ballot", args=[state.meeting.uid, state.vote_shown.uid])
    return f"{page}?for={state.lines[roll_id].roll.uid}"


def keys_text(holders: Iterable[Holder]) -> str:
    """For the form's data-holders: the outermost first."""
    return " ".join(f"{holder.role}:{text_of(holder.point)}" for holder in holders)


def words_context(meeting: Meeting, person_id: int | None, *, private: bool) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "back": address_of_meeting(meeting),
        "private": private,
        "fewest": FEWEST,
        "few": FEW,
        # Chair and recorder find out before the sitting whether their device is fit.
        "checks_device": runs_table(person_id, meeting),
        "place": DEVICE_CHECK,
    }


def ballot_context(
    vote: Vote,
    person_id: int | None,
    *,
    roll: UUID | None,
    private: bool,
    refused: str,
    again: bool,
) -> dict[str, Any]:
    """`roll` votes at the table: only chair and recorder are shown somebody else's ballot."""
    if roll is None:
        voter = voter_of(vote, person_id)
    else:
        voter = voter_at_table(vote, roll) if runs_table(person_id, vote.meeting) else None
    voted = voter is not None and has_voted(vote, voter)
    at_table = roll is not None
    return {
        "vote": vote,
        "words": words_of(vote.motion.item, vote.motion.text),
        "meeting": vote.meeting,
        "back": address_of_table(vote.meeting) if at_table else address_of_phone(vote.meeting),
        "voter": voter,
        "at_table": at_table,
        # A tablet that goes from hand to hand shows nobody the form of somebody else.
        "hands_back": at_table and voted and not again,
        "voted": voted,
        "took_paper": voter is not None and took_paper(vote, voter),
        "is_open": vote.state == VoteState.OPEN,
        "stands": _stands(vote),
        "choices": list(enumerate((choice.label for choice in CHOICES), start=1)),
        "keys": keys_text(holders_of(vote)),
        "one_key": vote.holders == 1,
        "few": warning_of_few(vote.eligible),
        "refused": refused or ("" if private else not_private()),
        "private": private,
    }


def _stands(vote: Vote) -> str:
    """Where the vote stands, for whoever can't cast a ballot in it now."""
    match VoteState(vote.state):
        case VoteState.KEYS:
            return _("The vote opens as soon as its keys are made.")
        case VoteState.VOID:
            return _("This vote was declared void: {why}").format(why=void_words(vote))
        case VoteState.CLOSED if vote.waits_for_paper:
            return _("The vote is closed. Two tellers count the ballots on paper first.")
        case VoteState.CLOSED:
            return _("The vote is closed and is being counted.")
        case _:
            return _("The vote is closed and counted.")


def device_context(vote: Vote, office: KeyHolder, *, private: bool) -> dict[str, Any]:
    places = holder_places(vote, vote.meeting)
    place = next(place for place in places if place.role == office)
    return {
        "vote": vote,
        "meeting": vote.meeting,
        "back": address_of_phone(vote.meeting),
        "place": place,
        "here": reverse("council:secret_device", args=[vote.meeting.uid, vote.uid]),
        "stands": _device_stands(vote, place),
        "refused": "" if private else not_private(),
    }


def _device_stands(vote: Vote, place: HolderPlace) -> str:
    if place.task == "key":
        return _("This device makes a key for this one vote. It can't be taken out of it.")
    if place.task == "open":
        return _("The vote is closed. This device says what opens its ballots, and nothing else.")
    if vote.state == VoteState.KEYS:
        return _("The key is made. The vote opens as soon as the other one is there.")
    if vote.state == VoteState.OPEN:
        return _("The key is made, and the vote is open. Keep this device at hand until the count.")
    return _stands(vote)


def void_words(vote: Vote) -> str:
    """Why a vote counts for nothing: what somebody wrote, or what the count came to."""
    if vote.voided_because == TOO_FEW:
        return _("too few ballots to stay secret")
    return vote.voided_because


def not_private() -> str:
    return _(
        "A secret vote needs HTTPS: on this connection others could read along. Vote by hands, by "
        "name or on paper instead."
    )


def warning_of_few(eligible: int) -> str | None:
    """Before a secret vote begins."""
    if eligible < FEWEST:
        return _(
            "Fewer than {fewest} may vote: it can't stay secret, and such a vote is not opened."
        ).format(fewest=FEWEST)
    if eligible < FEW:
        return _(
            "Only {number} may vote: whoever knows the others can guess much from the result."
        ).format(number=eligible)
    return None


def warning_of_telling(count: Count) -> str | None:
    """Before a result is announced."""
    if not tells_on_voters(count):
        return None
    return _("All chose alike, or all but one: announcing this says what people chose.")
