"""The limit of a sweep: SQL by hand that writes, for one case, the rows that the sweep writes.

It knows beforehand what the sweep must find out: each grid missed its first clock, and each issue
goes to its community at the same moment. It decides nothing and checks nothing.
"""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from psycopg.types.json import Jsonb

from clocks.queries.calendar import working_hours
from clocks.spans import due
from issues.casework.clock_bounds import remind_at
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import Level, TurnRole
from issues.queries.policy import policy_and_calendar

TAKE = """
CREATE TEMPORARY TABLE taken ON COMMIT DROP AS
SELECT i.id, i.uid, i.reference, i.reporter_id, i.version, i.grid_id, i.community_id,
    c.parent_id AS street_id, g.code AS grid, c.code AS community, a.id AS turn_id, a.turn,
    d.id AS clock_id, d.due_at,
    nextval('issues_assignment_id_seq') AS next_id
FROM (
    SELECT id FROM issues_issue WHERE id IN (
        SELECT issue_id FROM issues_deadline
        WHERE wake_at <= %(now)s AND met_at IS NULL AND breached_at IS NULL AND void_at IS NULL
        ORDER BY wake_at LIMIT %(batch)s
    ) ORDER BY id FOR UPDATE SKIP LOCKED
) locked
JOIN issues_issue i ON i.id = locked.id
JOIN issues_assignment a ON a.issue_id = i.id AND a.role = 'lead' AND a.left_at IS NULL
JOIN issues_deadline d ON d.assignment_id = a.id AND d.kind = 'receive'
JOIN grids_body g ON g.id = i.grid_id JOIN grids_body c ON c.id = i.community_id
ORDER BY i.id
"""
WRITE = (
    """
UPDATE issues_issue i SET level = 'community', version = i.version + 1
FROM taken t WHERE i.id = t.id
""",
    """
UPDATE issues_assignment a SET left_at = %(now)s, left_cause = 'clock'
FROM taken t WHERE a.id = t.turn_id
""",
    """
INSERT INTO issues_assignment (id, issue_id, body_id, role, level, turn, cause, reason, tried,
    missed_kind, started_at, left_cause)
SELECT next_id, id, community_id, 'lead', 'community', turn + 1, 'clock', '', '', 'receive',
    %(now)s, '' FROM taken ORDER BY id
""",
    """
UPDATE issues_deadline d SET
    breached_at = CASE WHEN d.id = t.clock_id THEN %(now)s::timestamptz END,
    void_at = CASE WHEN d.id <> t.clock_id THEN %(now)s::timestamptz END
FROM taken t WHERE d.assignment_id = t.turn_id
    AND d.met_at IS NULL AND d.breached_at IS NULL AND d.void_at IS NULL
""",
    """
INSERT INTO issues_deadline (issue_id, assignment_id, kind, starts_at, due_at, wake_at, rule_id,
    basis, provisional, round)
SELECT t.id, t.next_id, k.kind, %(now)s, k.due_at, k.wake_at, k.rule, k.basis, false, 1
FROM taken t, unnest(%(kinds)s::text[], %(dues)s::timestamptz[], %(wakes)s::timestamptz[],
    %(rules)s::bigint[], %(bases)s::jsonb[]) WITH ORDINALITY
    AS k (kind, due_at, wake_at, rule, basis, place)
ORDER BY t.id, k.place
""",
    """
WITH lines AS (
    UPDATE ledger_stream s SET length = s.length + 2 FROM taken t WHERE s.name = 'issue:' || t.uid
    RETURNING s.id, s.public_id, s.length, t.id AS issue, t.due_at, t.grid, t.community
), said AS (
    SELECT l.id, l.issue, l.length - 1 AS number, 'issue.missed' AS kind, l.public_id,
        format('{"body":"%%s","clock":"receive","due":"%%s"}', grid,
            to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')) AS parameters
    FROM lines l
    UNION ALL
    SELECT l.id, l.issue, l.length, 'issue.turn', l.public_id, format(
        '{"body":"%%s","cause":"clock","level":"community","missed":"receive","role":"lead"}',
        community) FROM lines l
), written AS (
    SELECT *, convert_to(format('{"actor":null,"format":1,"happened_at":"%%s","kind":"%%s",'
        '"number":%%s,"parameters":%%s,"recorded_at":"%%s","salt":"%%s","stream":"%%s",'
        '"texts":{},"version":1}', %(happened)s, kind, number, parameters, %(happened)s,
        replace(gen_random_uuid()::text, '-', ''), public_id), 'UTF8') AS body
    FROM said
), made AS (
    INSERT INTO ledger_entry (stream_id, number, kind, kind_version, happened_at, recorded_at,
        body, digest)
    SELECT id, number, kind, 1, %(now)s, %(now)s, body, sha256(body) FROM written
    ORDER BY issue, number
    RETURNING id
)
INSERT INTO ledger_unsealed (entry_id) SELECT id FROM made
""",
    """
UPDATE notifications_notice n SET read_at = %(now)s FROM taken t
WHERE n.subject = t.uid AND n.read_at IS NULL
    AND starts_with(n.calls_for, 'turn' || t.turn || '.' || t.grid_id || '/')
""",
    """
INSERT INTO notifications_notice (recipient_id, kind, version, parameters, dedupe_key, urgent,
    sms, link, subject, calls_for, created_at)
SELECT recipient, 'issue.' || kind, 1, parameters, 'issue.' || kind || ':' || uid || ':' || key,
    false, kind = 'moved', '/issues/' || reference || '/', uid, calls_for, %(now)s
FROM (
    SELECT p.user_id AS recipient, 'missed' AS kind, t.uid, t.reference, 'd' || t.clock_id AS key,
        jsonb_build_object('reference', t.reference, 'kind_of', 'receive',
            'due', to_char(t.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'))
            AS parameters,
        'turn' || t.turn || '.' || t.grid_id || '/receive' AS calls_for
    FROM taken t JOIN grids_posting p ON p.body_id = t.grid_id
        AND p.role IN ('grid_worker', 'grid_head')
    UNION ALL
    SELECT p.user_id, 'came', t.uid, t.reference,
        'lead' || t.turn + 1 || '.' || t.community_id || '.v' || t.version,
        jsonb_build_object('reference', t.reference, 'cause', 'clock', 'role', 'lead'),
        'turn' || t.turn + 1 || '.' || t.community_id || '/receive'
    FROM taken t JOIN grids_posting p ON p.body_id = t.community_id AND p.role IN ('staff', 'lead')
    UNION ALL
    SELECT t.reporter_id, 'moved', t.uid, t.reference, 'v' || t.version, jsonb_build_object(
        'reference', t.reference, 'level', 'community', 'cause', 'clock', 'body', t.community,
        'result_by', %(result_by)s::text), ''
    FROM taken t
) told
ORDER BY recipient, 5
ON CONFLICT DO NOTHING
""",
    """
INSERT INTO notifications_delivery (notice_id, channel, state, next_try_at, attempts, last_error)
SELECT n.id, 'sms', 'waiting', %(now)s, 0, '' FROM notifications_notice n
JOIN taken t ON t.reporter_id = n.recipient_id
    AND n.dedupe_key = 'issue.moved:' || t.uid || ':v' || t.version
ORDER BY n.id
ON CONFLICT DO NOTHING
""",
    """
INSERT INTO notifications_happening (place, what, subject, at)
SELECT place, what, uid, %(now)s FROM (
    SELECT 'thing:' || uid AS place, 'changed' AS what, uid FROM taken
    UNION ALL SELECT 'desk:' || t.street_id, 'changed', t.uid FROM taken t
    UNION ALL SELECT 'desk:' || t.grid_id, 'taken', t.uid FROM taken t
    UNION ALL SELECT 'desk:' || t.grid_id, 'late', t.uid FROM taken t
    UNION ALL SELECT 'desk:' || t.community_id, 'came', t.uid FROM taken t
    UNION ALL SELECT 'person:' || n.recipient_id, 'came', t.uid
    FROM taken t JOIN notifications_notice n ON n.subject = t.uid AND n.created_at = %(now)s
) happened
""",
)


def sweep_by_hand(now: datetime, *, batch: int = 1000) -> int:
    """Move all that is due, and return how many issues that was."""
    known = known_of(now) | {"now": now, "batch": batch}
    handled = 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(TAKE, known)
            if cursor.rowcount == 0:
                return handled
            handled += cursor.rowcount
            for statement in WRITE:
                cursor.execute(statement, known)


def known_of(now: datetime) -> dict[str, Any]:
    """The clocks of a turn at the community, computed once."""
    policy, calendar = policy_and_calendar(now)
    rules = policy.at_start("", Level.COMMUNITY, TurnRole.LEAD)
    sums = [due(now, rule.span, calendar=calendar, hours=working_hours(None)) for rule in rules]
    resolve = next(n for n, rule in enumerate(rules) if rule.kind == DeadlineKind.RESOLVE)
    return {
        "result_by": timezone.localtime(sums[resolve].due).isoformat(),
        "kinds": [rule.kind for rule in rules],
        "dues": [each.due for each in sums],
        "wakes": [remind_at(now, each.due) for each in sums],
        "rules": [rule.pk for rule in rules],
        "bases": [Jsonb(each.as_basis()) for each in sums],
        "happened": f"{now:%Y-%m-%dT%H:%M:%S.%fZ}",
    }
