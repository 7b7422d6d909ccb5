"""Answers, additions, findings and the resident's words of one issue, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    F,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from issues.models import Addition, Finding, Response, Verdict


@dataclass(frozen=True, slots=True)
class Said:
    """`about` is the way of an answer or what a word says of the result; `praise` a word's
    satisfaction; `body_id` the body of a finding; `shown_at` when an addition was shown.
    """

    kind: str
    pk: int
    text: str
    at: datetime
    by_id: int
    by_name: str
    body_id: int | None
    about: str
    praise: str
    look_above: bool
    shown_at: datetime | None


NO_TEXT = Value("", CharField())
NO_ID = Cast(Value(None), BigIntegerField())
NO_TIME = Cast(Value(None), DateTimeField())


def said_about(issue_id: int) -> list[Said]:
    """Oldest first, of all kinds together."""
    parts = [
        _part(Response, "response", issue_id, at="said_at", about=F("way")),
        _part(Addition, "addition", issue_id, at="added_at", shown_at=F("shown_at")),
        _part(Finding, "finding", issue_id, at="found_at", body_id=F("body_id")),
        _part(
            Verdict,
            "word",
            issue_id,
            at="given_at",
            about=F("resolved"),
            praise=F("satisfaction"),
            look_above=F("look_above"),
        ),
    ]
    rows = parts[0].union(*parts[1:], all=True)
    return sorted((Said(*row) for row in rows), key=lambda said: (said.at, said.kind, said.pk))


def _part(
    model: type[Any], kind: str, issue_id: int, *, at: str, **known: Any
) -> QuerySet[Any, Sequence[Any]]:
    columns = {
        "c_kind": Value(kind, CharField()),
        "c_pk": F("pk"),
        "c_text": Cast(F("text"), TextField()),
        "c_at": F(at),
        "c_by": F("by_id"),
        "c_by_name": F("by__name"),
        "c_body": known.get("body_id", NO_ID),
        "c_about": known.get("about", NO_TEXT),
        "c_praise": known.get("praise", NO_TEXT),
        "c_look_above": known.get("look_above", Value(value=False)),
        "c_shown": known.get("shown_at", NO_TIME),
    }
    rows = model.objects.filter(issue_id=issue_id).order_by()
    return rows.annotate(**columns).values_list(*columns)  # type: ignore[no-any-return]
