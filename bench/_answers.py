"""What a page asks, in hand-written SQL, to see how long the database alone would take."""

from __future__ import annotations

from typing import Any

from django.db import connection

RUNNING = "d.met_at IS NULL AND d.breached_at IS NULL AND d.void_at IS NULL"
OPEN = "i.stage NOT IN ('closed', 'merged', 'declined', 'withdrawn')"
CARD = """
SELECT i.reference, i.public_title, i.stage, i.matter_class, i.raised_at, g.name, c.name_zh,
    h.name, d.due_at, s.n
FROM (SELECT * FROM issues_issue i WHERE i.visibility = 'public' AND {} LIMIT %(lines)s) i
JOIN grids_body g ON g.id = i.grid_id LEFT JOIN grids_category c ON c.id = i.category_id
LEFT JOIN issues_assignment a
    ON a.issue_id = i.id AND a.role = 'lead' AND a.left_at IS NULL
LEFT JOIN grids_body h ON h.id = a.body_id
LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM issues_deadline d
    WHERE d.issue_id = i.id AND {}) d ON true
LEFT JOIN LATERAL (SELECT count(*) AS n FROM issues_support s WHERE s.issue_id = i.id) s ON true
"""
NEWEST = "i.community_id = %(community)s ORDER BY i.raised_at DESC, i.id DESC"
OF_GRID = f"i.grid_id = %(body)s AND {OPEN} ORDER BY i.raised_at DESC, i.id DESC"

LIST = [
    "SELECT count(*) FROM issues_issue WHERE visibility = 'public'"
    " AND community_id = %(community)s",
    CARD.format(NEWEST, RUNNING),
    "SELECT grid_id, count(*) FROM issues_issue i WHERE visibility = 'public'"
    f" AND community_id = %(community)s AND {OPEN} GROUP BY 1",
]
HOME = [
    CARD.format(OF_GRID, RUNNING),
    "SELECT * FROM issues_issue WHERE community_id = %(community)s AND visibility = 'public'"
    " AND stage = 'closed' AND ending = 'solved' ORDER BY ended_at DESC LIMIT 3",
    "SELECT count(*) FILTER (WHERE visibility = 'public'),"
    f" count(*) FILTER (WHERE visibility = 'public' AND {OPEN}),"
    " count(*) FILTER (WHERE visibility = 'public' AND ending = 'solved')"
    " FROM issues_issue i WHERE community_id = %(community)s",
    "SELECT count(d.met_at), count(d.breached_at) FROM issues_issue i JOIN issues_deadline d"
    " ON d.issue_id = i.id WHERE i.community_id = %(community)s AND d.kind = 'receive'"
    " AND d.void_at IS NULL",
    "SELECT sum(o.money) FROM issues_issue i JOIN issues_outcome o ON o.issue_id = i.id"
    " WHERE i.community_id = %(community)s AND i.visibility = 'public' AND i.ending = 'solved'",
]

# One pass over the issues of the desk, joined with its own turns and clocks.
TURNS = f"""
WITH turn AS (
    SELECT a.issue_id, min(a.received_at) AS received_at, bool_or(a.role = 'lead') AS leads,
        min(d.due_at) AS due_at
    FROM issues_assignment a
    LEFT JOIN issues_deadline d
        ON d.assignment_id = a.id AND {RUNNING} AND d.kind NOT IN ('confirm', 'verify')
    WHERE a.body_id = %(body)s AND a.left_at IS NULL GROUP BY 1
), of_desk AS ({{}})
"""
COUNTED = f"""
SELECT count(*) FILTER (WHERE t.issue_id IS NOT NULL AND t.received_at IS NULL),
    count(*) FILTER (WHERE t.due_at < current_date + 1),
    count(*) FILTER (WHERE t.leads AND t.received_at IS NOT NULL AND i.stage <> 'confirm'),
    count(*) FILTER (WHERE i.visibility = 'pending' AND {OPEN}),
    count(*) FILTER (WHERE i.stage = 'confirm'),
    count(*) FILTER (WHERE i.stage = 'deliver' AND EXISTS (SELECT 1 FROM issues_outcome o
        WHERE o.issue_id = i.id AND o.needs_verification AND o.verified_at IS NULL)),
    count(*) FILTER (WHERE i.level = 'department' AND {OPEN}),
    count(*) FILTER (WHERE i.ended_at IS NOT NULL)
FROM of_desk k JOIN issues_issue i ON i.id = k.id LEFT JOIN turn t ON t.issue_id = i.id
"""
LINES = """
SELECT i.*, t.due_at, g.name, c.name_zh
FROM of_desk k JOIN issues_issue i ON i.id = k.id JOIN grids_body g ON g.id = i.grid_id
LEFT JOIN grids_category c ON c.id = i.category_id {} turn t ON t.issue_id = i.id
ORDER BY t.due_at NULLS LAST, i.id LIMIT %(lines)s
"""
HELD = "SELECT issue_id FROM issues_assignment WHERE body_id = %(body)s AND left_at IS NULL"
OF_DESK = {
    "grid": f"SELECT id FROM issues_issue WHERE grid_id = %(body)s UNION {HELD}",
    "community": f"SELECT id FROM issues_issue WHERE community_id = %(body)s UNION {HELD}",
    "street": "SELECT i.id FROM issues_issue i JOIN grids_body b ON b.id = i.community_id"
    " WHERE b.parent_id = %(body)s",
    "department": "SELECT DISTINCT issue_id AS id FROM issues_assignment WHERE body_id = %(body)s",
}


def of_desk(kind: str) -> list[str]:
    """Count what its sections hold, and read the first lines of one of them."""
    scope = TURNS.format(OF_DESK[kind])
    mine = "LEFT JOIN" if kind == "street" else "JOIN"
    return [scope + COUNTED, scope + LINES.format(mine)]


def answer(statements: list[str], values: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, values)
            cursor.fetchall()
