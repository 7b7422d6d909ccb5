"""What was done and said on a matter so far, of all kinds, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from issues.models import Addition, CallBack, Deliberation, Finding, Outcome, Response, Verdict

EMPTY = Value("", TextField())


@dataclass(frozen=True, slots=True)
class Past:
    """`more` is what was agreed in a talk; `heads` how many took part, or the try of a call."""

    kind: str
    pk: int
    at: datetime
    text: str
    more: str
    about: str
    by_name: str
    body_name: str
    heads: int


def history_of(issue_id: int) -> list[Past]:
    """Oldest first."""
    body = F("body__name")
    parts = [
        _part(Response, "response", issue_id, at="said_at", text="text", about=F("way")),
        _part(Addition, "addition", issue_id, at="added_at", text="text"),
        _part(Finding, "finding", issue_id, at="found_at", text="text", body=body),
        _part(
            Deliberation,
            "talk",
            issue_id,
            at="held_at",
            text="said",
            more=F("agreed"),
            about=F("kind"),
            body=body,
            heads=F("head_count"),
        ),
        _part(Outcome, "result", issue_id, at="delivered_at", text="text", body=body),
        _part(CallBack, "call", issue_id, at="called_at", text="note", heads=F("attempt")),
        _part(Verdict, "word", issue_id, at="given_at", text="text", about=F("resolved")),
    ]
    rows = parts[0].union(*parts[1:], all=True)
    return sorted((Past(*row) for row in rows), key=lambda past: (past.at, past.kind, past.pk))


def _part(
    model: type[Any], kind: str, issue_id: int, *, at: str, text: str, **known: Any
) -> QuerySet[Any, Sequence[Any]]:
    columns = {
        "c_kind": Value(kind, CharField()),
        "c_pk": F("pk"),
        "c_at": F(at),
        "c_text": Cast(F(text), TextField()),
        "c_more": Cast(known.get("more", EMPTY), TextField()),
        "c_about": Cast(known.get("about", EMPTY), TextField()),
        "c_by": F("by__name"),
        "c_body": Cast(known.get("body", EMPTY), TextField()),
        "c_heads": Cast(known.get("heads", Value(0)), IntegerField()),
    }
    rows = model.objects.filter(issue_id=issue_id).order_by()
    return rows.annotate(**columns).values_list(*columns)  # type: ignore[no-any-return]
