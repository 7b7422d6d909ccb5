"""Keep what matters are found by in step with their words and with who may read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import connection

from acting.actions.write_rows import Beside
from acting.queries.among import among
from issues.enums.finding import SearchAudience
from issues.enums.matter import Visibility
from issues.models import Issue
from issues.search.found_by import COLUMNS, found_by

# A matter that is public no more is found by everyone no more, in the same statement.
REPLACE = """
WITH given AS (
    SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS given (issue_id, audience, terms)
), gone AS (
    DELETE FROM issues_findable f WHERE f.issue_id = ANY(%s)
        AND (f.issue_id, f.audience) NOT IN (SELECT issue_id, audience FROM given)
)
INSERT INTO issues_findable (issue_id, audience, terms)
SELECT issue_id, audience, array_to_tsvector(string_to_array(terms, ' ')) FROM given
ON CONFLICT (issue_id, audience) DO UPDATE SET terms = excluded.terms
"""
FIRST = """
    INSERT INTO issues_findable (issue_id, audience, terms)
    SELECT given.id, found.audience, array_to_tsvector(string_to_array(found.terms, ' '))
    FROM given
    JOIN unnest(%s::int[], %s::text[], %s::text[]) AS found (at, audience, terms)
        ON found.at = given."#"
"""
# What an act may change of what a matter is found by, or by whom.
SAID: Final = ("visibility", "category_id", "public_title", "public_text")


def remember_what_was_said(issues: Iterable[Issue]) -> None:
    """Keep in each issue what it is found by as it was read, to tell later what changed."""
    for issue in issues:
        vars(issue)["as_said"] = [vars(issue).get(name) for name in SAID]


def is_said_anew(issue: Issue) -> bool:
    """Whether what the issue is found by, or by whom, has changed; a clock changes neither."""
    return vars(issue).get("as_said") != [vars(issue).get(name) for name in SAID]


def was_public(issue: Issue) -> bool:
    """Before this act; a new matter never is."""
    before = dict(zip(SAID, vars(issue).get("as_said", ()), strict=False))
    return before.get("visibility") == Visibility.PUBLIC


def index_first(issues: Sequence[Issue]) -> Beside:
    """For new issues, to be written beside them; their places and categories are at hand."""
    matters = [{column: _read(issue, column) for column in COLUMNS} for issue in issues]
    return Beside(FIRST, _rows((at, matter) for at, matter in enumerate(matters, 1)))


def index(keys: Collection[int]) -> None:
    """Of locked matters that are written already; two statements for any number."""
    if not keys:
        return
    matters = Issue.objects.filter(among("pk", keys)).values(*COLUMNS)
    with connection.cursor() as cursor:
        values = _rows((matter["pk"], matter) for matter in matters)
        cursor.execute(REPLACE, [*values, list(keys)])


def _rows(matters: Iterable[tuple[int, Mapping[str, Any]]]) -> list[list[Any]]:
    """Key, audience and terms of each row, as columns."""
    rows: list[tuple[int, SearchAudience, str]] = []
    for key, matter in matters:
        rows += [(key, audience, " ".join(terms)) for audience, terms in found_by(matter).items()]
    keys, audiences, terms = zip(*rows, strict=True) if rows else ((), (), ())
    return [list(keys), [audience.value for audience in audiences], list(terms)]


def _read(issue: Issue, column: str) -> Any:
    """The value of a column of COLUMNS; None where the issue points to nothing."""
    thing: Any = issue
    for name in column.split("__"):
        if thing is None:
            return None
        thing = getattr(thing, name)
    return thing
