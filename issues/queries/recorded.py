"""Whether every matter has its stream in the record, and every such stream its matter."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ledger.checks import MisfitError
from ledger.queries.gaps import one

LOST = """
SELECT issue.reference FROM issues_issue issue WHERE NOT EXISTS (
    SELECT FROM ledger_stream WHERE name = 'issue:' || issue.uid AND length > 0
) ORDER BY issue.id LIMIT 1
"""
STRAY = """
SELECT stream.name FROM ledger_stream stream
LEFT JOIN issues_issue issue ON issue.uid::text = substr(stream.name, 7, 36)
WHERE stream.name ~ '^issue:[0-9a-f-]{36}(:inside)?$' AND issue.id IS NULL
ORDER BY stream.id LIMIT 1
"""
# Matters raised before their reference was recorded say none there.
OTHER = """
SELECT issue.reference FROM issues_issue issue
JOIN ledger_stream stream ON stream.name = 'issue:' || issue.uid
JOIN ledger_entry entry ON entry.stream_id = stream.id AND entry.number = 1
WHERE entry.kind = 'issue.raised'
AND convert_from(entry.body, 'UTF8')::jsonb #>> '{parameters,reference}' <> issue.reference
ORDER BY issue.id LIMIT 1
"""


def check_recorded() -> None:
    """Raise MisfitError for the first matter or stream without the other, or with another's."""
    for statement, reason in (
        (LOST, _("this matter has no stream in the record")),
        (STRAY, _("there is no matter to this stream")),
        (OTHER, _("the record of this matter is that of another one")),
    ):
        if row := one(statement):
            raise MisfitError(row[0], reason)
