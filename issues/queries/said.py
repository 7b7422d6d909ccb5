"""Everything said and done about one matter, in one statement."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateTimeField,
    F,
    IntegerField,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from accounts.queries.prepared import PreparedQuery, given_key
from grids.models.body import in_english
from issues.models import (
    Addition,
    CallBack,
    Deliberation,
    Finding,
    Outcome,
    Response,
    StaffNote,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said or done. An answer has a `turn_id`; what a body did has a body.

    `about` is the way of an answer, the kind of a talk, or what a verdict says of the result.
    `praise` is the satisfaction of a verdict, `agreed` the outcome of a talk. `heads` is how many
    took part in a talk, or which call it was. `shown_at` is when an addition became public.
    """

    kind: str
    pk: int
    at: datetime
    text: str
    agreed: str
    about: str
    praise: str
    look_above: bool
    heads: int
    shown_at: datetime | None
    by_id: int
    by_name: str
    body_id: int | None
    body_name: str
    body_name_en: str
    turn_id: int | None

    @property
    def done_by(self) -> str:
        """What did it, in the reader's language if it has a name there; or who."""
        english = self.body_name_en if in_english() else ""
        return english or self.body_name or self.by_name


# Values for the columns that a kind doesn't have.
UNKNOWN: Final[Mapping[str, Any]] = {
    "agreed": Value("", TextField()),
    "about": Value("", TextField()),
    "praise": Value("", TextField()),
    "look_above": Value(value=False),
    "heads": Value(0, IntegerField()),
    "shown_at": Cast(Value(None), DateTimeField()),
    "by": F("by_id"),
    "by_name": F("by__name"),
    "body": Cast(Value(None), BigIntegerField()),
    "body_name": Value("", TextField()),
    "body_name_en": Value("", TextField()),
    "turn": Cast(Value(None), BigIntegerField()),
}
TEXTS: Final = frozenset({"text", "agreed", "about", "praise", "body_name", "body_name_en"})
BODY: Final = {
    "body": F("body_id"),
    "body_name": F("body__name"),
    "body_name_en": F("body__name_en"),
}
# For each kind its model, and the fields from which its columns are read.
KINDS: Final[Mapping[str, tuple[type[Any], Mapping[str, Any]]]] = {
    "response": (Response, {"at": F("said_at"), "about": F("way"), "turn": F("assignment_id")}),
    "addition": (Addition, {"at": F("added_at"), "shown_at": F("shown_at")}),
    "finding": (Finding, {"at": F("found_at"), **BODY}),
    "talk": (
        Deliberation,
        {
            "at": F("held_at"),
            "text": F("said"),
            # What the council did not adopt was not agreed.
            "agreed": Case(
                When(resolved=False, then=Value("")), default=F("agreed"), output_field=TextField()
            ),
            "about": F("kind"),
            "heads": F("head_count"),
            **BODY,
        },
    ),
    "note": (StaffNote, {"at": F("noted_at"), **BODY}),
    "result": (Outcome, {"at": F("delivered_at"), **BODY}),
    "call": (CallBack, {"at": F("called_at"), "text": F("note"), "heads": F("attempt")}),
    "word": (
        Verdict,
        {
            "at": F("given_at"),
            "about": F("resolved"),
            "praise": F("satisfaction"),
            "look_above": F("look_above"),
        },
    ),
}


def said_about(issue_id: int, *, kinds: Collection[str] = tuple(KINDS)) -> list[Said]:
    """Everything of these kinds, oldest first."""
    rows = _rows_of(tuple(kinds))(issue=issue_id)
    return sorted((Said(*row) for row in rows), key=lambda said: (said.at, said.kind, said.pk))


@cache
def _rows_of(kinds: tuple[str, ...]) -> PreparedQuery[Any]:
    first, *others = (_part(kind) for kind in kinds)
    return PreparedQuery(lambda: first.union(*others, all=True), of_reader=True)


def _part(kind: str) -> QuerySet[Any, Sequence[Any]]:
    model, known = KINDS[kind]
    first = {"kind": Value(kind, CharField()), "pk": F("pk"), "at": known["at"]}
    found = {**first, "text": F("text"), **UNKNOWN, **known}
    columns = {
        f"c_{name}": Cast(column, TextField()) if name in TEXTS else column
        for name, column in found.items()
    }
    rows = model.objects.filter(issue=given_key("issue")).order_by()
    return rows.annotate(**columns).values_list(*columns)  # type: ignore[no-any-return]
