"""The one finder of matters by words: for the list, the desks, hints while typing and merging."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from grids.models import Body
from issues.enums.finding import SearchAudience
from issues.models import Issue
from issues.search.question import Question
from issues.search.ranking import Ranked, ranked

# Nobody reads a list of close finds to its end.
MOST_CLOSE = 40
# One look into the index for each community, so no row of another community is read. For each row
# found it says which terms the row has, and whether its matter is among those that are meant.
FIND = """
WITH asked AS MATERIALIZED (
    SELECT replace(%s, '@', place.start)::tsquery AS fits, ARRAY(
        SELECT replace(term.text, '@', place.start)::tsquery
        FROM unnest(%s::text[]) WITH ORDINALITY AS term (text, at) ORDER BY term.at
    ) AS terms
    FROM (SELECT %s || id AS start FROM ({communities}) AS community) AS place
), hit AS MATERIALIZED (
    SELECT found.issue_id, (
        SELECT bit_or(1::bigint << term.at::int - 1)
        FROM unnest(asked.terms) WITH ORDINALITY AS term (text, at)
        WHERE found.terms @@ term.text
    ) AS terms
    FROM asked JOIN issues_findable AS found ON found.terms @@ asked.fits
)
SELECT hit.terms, array_agg(hit.issue_id ORDER BY hit.issue_id DESC)
FROM hit WHERE ({meant}) IS NOT NULL GROUP BY hit.terms
"""


def find(
    question: Question,
    among: QuerySet[Issue],
    *,
    communities: QuerySet[Body],
    audience: SearchAudience,
) -> Ranked:
    """Find matters of `among`: they lie in `communities`, and `audience` may read their words.

    One statement. Among matters that fit equally well the newest comes first.
    """
    if not question.terms:
        return Ranked([], [])
    meant = among.order_by().filter(pk=RawSQL("hit.issue_id", ())).values("pk")[:1]
    is_meant, values = meant.query.sql_with_params()
    places, where = communities.order_by().values("id").query.sql_with_params()
    sql = FIND.format(communities=places, meant=is_meant)
    with connection.cursor() as cursor:
        cursor.execute(sql, [question.fits, question.terms, audience.value, *where, *values])
        groups = dict(cursor.fetchall())
    return ranked(question, groups, most_close=MOST_CLOSE)
