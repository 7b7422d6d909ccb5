"""Sentences about a sitting that runs: its opening, its votes, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from council.enums.decisions import Effect
from council.enums.votes import VoteWay
from council.presentation.kinds.members import Sentence


def _opened(parameters: Mapping[str, Any]) -> str:
    return _("The sitting was opened: {present} of {members} members were there.").format(
        present=parameters["present"], members=parameters["members"]
    )


def _closed(parameters: Mapping[str, Any]) -> str:
    return _("The sitting was closed: {present} of {members} members were there.").format(
        present=parameters["present"], members=parameters["members"]
    )


def _vote_opened(parameters: Mapping[str, Any]) -> str:
    return _("A vote was opened, {way}, round {round}: {eligible} may vote.").format(
        way=_way(parameters), round=parameters["round"], eligible=parameters["eligible"]
    )


def _vote_closed(parameters: Mapping[str, Any]) -> str:
    return _("A vote was closed, {way}: {cast} have voted.").format(
        way=_way(parameters), cast=parameters["cast"]
    )


def _vote_counted(parameters: Mapping[str, Any]) -> str:
    return _("A vote was counted, {way}: {cast} votes, against a base of {base}.").format(
        way=_way(parameters), cast=parameters["cast"], base=parameters["base"]
    )


def _announced(parameters: Mapping[str, Any]) -> str:
    sentence = (
        _("Adopted: {yes} for it, {no} against it, {abstain} abstained; the base is {base}.")
        if parameters["adopted"]
        else _("Rejected: {yes} for it, {no} against it, {abstain} abstained; the base is {base}.")
    )
    return sentence.format(
        yes=parameters["yes"],
        no=parameters["no"],
        abstain=parameters["abstain"],
        base=parameters["base"],
    )


def _voided(parameters: Mapping[str, Any]) -> str:
    return _(
        "A vote was declared void, {way}, round {round}; the reason is in the minutes."
    ).format(way=_way(parameters), round=parameters["round"])


def _resolved(parameters: Mapping[str, Any]) -> str:
    effect = Effect(str(parameters["effect"])).label
    if not parameters["adopted"]:
        return _("It was written down that the council rejected it.")
    if not parameters["voted"]:
        return _("Decided without a vote, as everybody agreed: {effect}.").format(effect=effect)
    if not parameters["quorate"]:
        return _("Decided by a vote without a quorum: {effect}.").format(effect=effect)
    return _("Decided by a vote: {effect}.").format(effect=effect)


def _way(parameters: Mapping[str, Any]) -> str:
    return str(VoteWay(str(parameters["way"])).label)


TABLE: Mapping[str, Sentence] = {
    "sitting_opened": _opened,
    "sitting_closed": _closed,
    "vote_opened": _vote_opened,
    "vote_closed": _vote_closed,
    "vote_counted": _vote_counted,
    "vote_announced": _announced,
    "vote_voided": _voided,
    "resolved": _resolved,
}
