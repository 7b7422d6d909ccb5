"""Keep what matters are found by in step with their words and with who may read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from acting.actions.write_rows import Beside
from acting.actions.written import written
from acting.queries.among import among
from issues.enums.finding import SearchAudience
from issues.enums.matter import Visibility
from issues.models import Issue
from issues.search.found_by import COLUMNS, found_by

# When a matter ceases to be public, the same statement deletes the row by which everyone finds it.
REPLACE = """
WITH given AS (
    SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS given (issue_id, audience, terms)
), gone AS (
    DELETE FROM issues_findable f WHERE f.issue_id = ANY(%s::bigint[])
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
# The columns by which an act may change what a matter is found by, or who finds it.
SAID: Final = ("visibility", "category_id", "public_title", "public_text")


def remember_what_was_said(issues: Iterable[Issue]) -> None:
    """Keep these columns in each issue as they were read, to tell later whether they changed."""
    for issue in issues:
        vars(issue)["as_said"] = [vars(issue).get(name) for name in SAID]


def is_said_anew(issue: Issue) -> bool:
    """Whether what the issue is found by, or by whom, has changed; a clock changes neither."""
    return vars(issue).get("as_said") != [vars(issue).get(name) for name in SAID]


def was_public(issue: Issue) -> bool:
    """Whether it was public before this act; a new matter never was."""
    before = dict(zip(SAID, vars(issue).get("as_said", ()), strict=False))
    return before.get("visibility") == Visibility.PUBLIC


def index_first(issues: Sequence[Issue]) -> Beside:
    """The rows for new issues, inserted with them; their places and categories are in memory."""
    matters = [{column: _read(issue, column) for column in COLUMNS} for issue in issues]
    return Beside(FIRST, _rows((at, matter) for at, matter in enumerate(matters, 1)))


def index(keys: Collection[int]) -> None:
    """Write the rows anew for locked matters that are stored already, in two statements."""
    if not keys:
        return
    matters = Issue.objects.filter(among("pk", keys)).values(*COLUMNS)
    values = _rows((matter["pk"], matter) for matter in matters)
    written(REPLACE, [*values, list(keys)], rows=len(values[0]))


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
