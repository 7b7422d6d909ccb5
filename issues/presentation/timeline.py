"""The record of an issue as a list; only those concerned see people's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.words import when_words
from grids.queries.people import PostHolders
from issues.models import Assignment, Issue
from issues.presentation.entry_parameters import EntryParameters
from issues.presentation.kinds import BREACHES, COLLEAGUES_ONLY, INSIDE_ONLY, sentence_of
from issues.presentation.people import posted
from issues.presentation.reader import Reader
from ledger.queries.timeline import TimelineEntry

SUPPORTED = "issue.supported"
# The texts that reporters may read. Those who work on it read all, the public none.
FOR_REPORTER: Mapping[str, frozenset[str]] = {
    "issue.raised": frozenset({"title", "text"}),
    "issue.published": frozenset({"title", "text"}),
    "issue.kept_private": frozenset({"reason"}),
    "issue.hidden": frozenset({"reason"}),
    "issue.responded": frozenset({"text"}),
    "issue.classified": frozenset({"reason"}),
    "issue.turn": frozenset({"reason", "tried"}),
    "issue.declined": frozenset({"where_to"}),
    "issue.withdrawn": frozenset({"reason"}),
    "issue.found": frozenset({"text"}),
    "issue.decided": frozenset({"agreed", "dissent", "owners_note", "assembly_note"}),
    "issue.committed": frozenset({"text"}),
    "issue.delivered": frozenset({"text"}),
    "issue.word": frozenset({"text"}),
}


def entered_of(entries: Iterable[TimelineEntry]) -> dict[str, datetime]:
    """The moment when each stage was first entered."""
    entered: dict[str, datetime] = {}
    for entry in entries:
        if entry.kind == "issue.stage":
            entered.setdefault(str(entry.parameters.get("to")), entry.happened_at)
    return entered


def timeline_of(
    issue: Issue,
    entries: Sequence[TimelineEntry],
    turns: Iterable[Assignment],
    people: PostHolders,
    reader: Reader,
    now: datetime,
    *,
    after: int = 0,
) -> list[dict[str, Any]]:
    """For `issues/timeline.html`, oldest first; only entries after the number `after`."""
    known = (issue.grid, issue.community, *(turn.body for turn in turns))
    bodies = {body.code: body.display_name for body in known}
    lines: list[dict[str, Any]] = []
    for entry in entries:
        if entry.number <= after or not _is_for(reader, entry.kind):
            continue
        if entry.kind == SUPPORTED and lines and lines[-1]["kind"] == SUPPORTED:
            _one_more(lines[-1])
            continue
        lines.append(
            {
                "kind": entry.kind,
                "count": 1,
                "when": when_words(entry.happened_at, now),
                "iso": entry.happened_at.isoformat(),
                "text": sentence_of(
                    entry.kind, entry.version, EntryParameters(entry.parameters, bodies)
                ),
                "who": _who(issue, entry, people, reader),
                "words": _words(entry, reader),
                "later": _written_later(entry, now),
                "breach": entry.kind in BREACHES,
                "receipt": entry.receipt,
            }
        )
    return lines


def _one_more(line: dict[str, Any]) -> None:
    """Count neighbours who follow each other in one line."""
    line["count"] += 1
    line["who"] = ""
    line["text"] = ngettext(
        "{count} neighbour said: the same happened to us.",
        "{count} neighbours said: the same happened to us.",
        line["count"],
    ).format(count=line["count"])


def _who(issue: Issue, entry: TimelineEntry, people: PostHolders, reader: Reader) -> str:
    """The public sees a role; those who work on it see a name."""
    if entry.erased:
        return _("a person since erased")
    if entry.actor is None:
        return _("by itself")
    if entry.actor_id == reader.user_id:
        return _("you")
    if entry.actor_id == issue.reporter_id:
        return _with_name(_("the resident"), entry, reader)
    holder = posted(people, entry.actor_id)
    if holder is None:
        return entry.actor_name if reader.works else ""
    return holder.address if reader.works else holder.role_name


def _with_name(role: str, entry: TimelineEntry, reader: Reader) -> str:
    if not reader.works or not entry.actor_name:
        return role
    return _("{role} {name}").format(role=role, name=entry.actor_name)


def _is_for(reader: Reader, kind: str) -> bool:
    if kind in COLLEAGUES_ONLY:
        return reader.colleague
    return reader.inside or kind not in INSIDE_ONLY


def _words(entry: TimelineEntry, reader: Reader) -> str:
    if reader.works:
        return "\n".join(entry.texts.values())
    if not reader.own:
        return ""
    allowed = FOR_REPORTER.get(entry.kind, frozenset())
    mine = entry.actor_id == reader.user_id
    return "\n".join(text for name, text in entry.texts.items() if mine or name in allowed)


def _written_later(entry: TimelineEntry, now: datetime) -> str:
    """Say both times if an act was recorded later than it happened."""
    if (entry.recorded_at - entry.happened_at).total_seconds() < 15 * 60:
        return ""
    return _("written down {when}").format(when=when_words(entry.recorded_at, now))
