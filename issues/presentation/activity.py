"""Additions, answers, findings, talks, promises and results, as a reader sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.reading_moment import PAPER
from clocks.words import due_words, duration_words, when_words
from issues.addresses import address_of_sitting
from issues.enums.activity import CouncilAsks, DeliberationKind
from issues.enums.turns import TurnRole
from issues.masking import mask
from issues.models import Commitment, Deliberation, Outcome
from issues.presentation.kinds import PRAISE, RESOLVED, TALKS
from issues.presentation.money import yuan
from issues.presentation.pictures import before_and_after, pictures
from issues.presentation.reader import Reader
from issues.queries.dossier import Dossier
from issues.queries.names_behind import names_behind
from issues.queries.page import IssuePage
from issues.queries.said import Said

Shown = dict[str, Any]
ASKS: Mapping[str, str | Promise] = {
    CouncilAsks.PUSH_UP: gettext_lazy("The council asks that it is pushed up."),
    CouncilAsks.SETTLE: gettext_lazy("The council found it settled."),
}


def additions_of(page: IssuePage, reader: Reader, now: datetime) -> list[Shown]:
    """Everyone sees checked ones; only their authors and those who check see the rest."""
    return [
        {
            "text": said.text,
            "when": when_words(said.at, now),
            "who": _author(page, said, reader),
            "waits": said.shown_at is None,
            "photos": pictures(
                [photo for photo in page.photos if photo.addition_id == said.pk],
                reader,
                own=said.by_id == reader.user_id,
            ),
        }
        for said in page.said
        if said.kind == "addition"
        and (said.shown_at is not None or reader.works or said.by_id == reader.user_id)
    ]


def _author(page: IssuePage, said: Said, reader: Reader) -> str:
    if said.by_id == reader.user_id:
        return _("you")
    role = _("the resident") if said.by_id == page.issue.reporter_id else _("a neighbour")
    if reader.works and said.by_name:
        return _("{role} {name}").format(role=role, name=said.by_name)
    return role


def answers_of(page: IssuePage, reader: Reader, now: datetime) -> list[Shown]:
    """Only the resident and those who work on it see the answers.

    Whoever raised what is handled here as well is owed one too: they see those given since then,
    without what tells who the other resident is.
    """
    since = None if reader.inside else page.merged_since
    if since is None and not reader.inside:
        return []
    names = [] if since is None else list(names_behind(page.issue, but=reader.user_id))
    return [
        {
            "text": said.text if since is None else mask(said.text, names=names).text,
            "when": when_words(said.at, now),
            "who": said.by_name,
        }
        for said in page.said
        if said.kind == "response" and (since is None or said.at >= since)
    ]


def findings_of(page: IssuePage, reader: Reader, now: datetime) -> list[Shown]:
    bodies = [page.issue.grid, page.issue.community, *(turn.body for turn in page.turns)]
    names = {body.pk: body.display_name for body in bodies}
    return [
        {
            "text": said.text,
            "when": when_words(said.at, now),
            "who": names.get(said.body_id or 0, ""),
            "photos": pictures(
                [photo for photo in page.photos if photo.finding_id == said.pk],
                reader,
                own=reader.own,
            ),
        }
        for said in page.said
        if said.kind == "finding"
    ]


def talks_of(talks: Sequence[Deliberation], reader: Reader, now: datetime) -> list[Shown]:
    """The public sees neither the names of those present nor a place that is not a venue."""
    return [
        {
            "kind": str(TALKS.get(talk.kind, talk.kind)),
            "when": when_words(talk.held_at, now),
            "where": _where(talk, reader),
            "heads": talk.head_count,
            "participants": talk.participants if reader.works else "",
            "said": talk.said,
            "agreed": "" if talk.resolved is False else talk.agreed,
            "dissent": talk.dissent,
            "quorum": _quorum(talk),
            **_sitting(talk),
        }
        for talk in talks
    ]


def _where(talk: Deliberation, reader: Reader) -> str:
    if talk.venue is not None:
        return talk.venue.display_name
    return talk.place if reader.works else ""


def _quorum(talk: Deliberation) -> str:
    if talk.quorate is None or talk.kind != DeliberationKind.SITTING:
        return ""
    return _("enough members were there") if talk.quorate else _("too few members were there")


def _sitting(talk: Deliberation) -> Shown:
    """What a council did, and where its sitting is found; names stay there."""
    if talk.sitting is None:
        return {}
    return {
        "sitting": address_of_sitting(talk.sitting),
        "result": {
            None: "",
            True: _("adopted by the council"),
            False: _("not adopted by the council"),
        }[talk.resolved],
        "rejected": talk.agreed if talk.resolved is False else "",
        "asks": str(ASKS.get(talk.asks, "")),
        "left_to": [
            {"who": who, "what": what}
            for who, what in (
                (_("Left to the owners to decide:"), talk.owners_note),
                (_("Left to the residents' assembly to decide:"), talk.assembly_note),
            )
            if what
        ],
    }


def promises_of(
    promises: Sequence[Commitment], now: datetime, *, paper: bool = False
) -> list[Shown]:
    return [
        {
            "text": promise.text,
            "body": promise.body.display_name,
            "made_safe": promise.made_safe,
            "state": _promise_state(promise, now),
            "words": _promise_words(promise, now, paper=paper),
        }
        for promise in promises
    ]


def _promise_state(promise: Commitment, now: datetime) -> str:
    if promise.fulfilled_at is not None:
        return "kept"
    if promise.dropped_at is not None:
        return "dropped"
    return "overdue" if promise.due_at < now else "open"


def _promise_words(promise: Commitment, now: datetime, *, paper: bool) -> str:
    done, due = promise.fulfilled_at, promise.due_at
    if done is not None:
        when = when_words(done, PAPER if paper else now)
        if done <= due:
            return _("kept {when}").format(when=when)
        return _("kept {when}, {duration} after its date").format(
            when=when, duration=duration_words(done - due)
        )
    if promise.dropped_at is not None:
        return _("given up when the matter moved on")
    return due_words(due, now, paper=paper)


def results_of(page: Dossier, reader: Reader, now: datetime) -> list[Shown]:
    return [_result(page, outcome, reader, now) for outcome in page.outcomes]


def judged_of(page: Dossier, reader: Reader, now: datetime) -> dict[str, Any]:
    """For who must judge: what was reported in this round, with its pictures and its money."""
    round = page.issue.unsolved_rounds + 1
    return {
        "results": [
            _result(page, outcome, reader, now)
            for outcome in page.outcomes
            if outcome.round == round and outcome.refused_at is None
        ],
        "pair": before_and_after(page.photos, reader),
    }


def _result(page: Dossier, outcome: Outcome, reader: Reader, now: datetime) -> Shown:
    photos = [photo for photo in page.photos if photo.outcome_id == outcome.pk]
    money = "" if outcome.money is None else yuan(outcome.money)
    return {
        "text": outcome.text,
        "body": outcome.body.display_name,
        "joint": outcome.assignment.role == TurnRole.JOINT,
        "when": when_words(outcome.delivered_at, now),
        "photos": pictures(photos, reader, own=reader.own),
        "no_picture": outcome.no_picture_reason if not photos else "",
        "figures": [
            figure
            for figure in (
                {"number": money, "label": payer_words(outcome)} if money else None,
                _counted(outcome),
            )
            if figure is not None
        ],
        "checked": _checked(outcome, now),
        "refused": outcome.refused_at is not None,
        "note": outcome.verification_note if reader.inside else "",
    }


def payer_words(outcome: Outcome) -> str:
    return _("paid by {who}").format(who=outcome.paid_by) if outcome.paid_by else _("spent")


def _counted(outcome: Outcome) -> Shown | None:
    if outcome.count is None:
        return None
    return {"number": outcome.count, "label": outcome.count_of or _("done")}


def _checked(outcome: Outcome, now: datetime) -> str:
    if outcome.verified_at is not None:
        when = when_words(outcome.verified_at, now)
        return _("Checked on the spot {when}: it is there.").format(when=when)
    if outcome.refused_at is not None:
        when = when_words(outcome.refused_at, now)
        return _("Checked on the spot {when}: it is not there yet.").format(when=when)
    return _("Still to be checked on the spot.") if outcome.needs_verification else ""


def words_of(page: IssuePage, reader: Reader, now: datetime) -> list[Shown]:
    """Everyone sees the verdict of each round; only those inside see its words."""
    return [
        {
            "resolved": str(RESOLVED.get(said.about, said.about)),
            "code": said.about,
            "praise": str(PRAISE.get(said.praise, "")),
            "when": when_words(said.at, now),
            "look_above": said.look_above,
            "text": said.text if reader.inside else "",
        }
        for said in page.said
        if said.kind == "word"
    ]
