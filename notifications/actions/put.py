"""Put notices into the outbox, in the transaction of the act they tell about."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import product
from uuid import UUID

from django.db import connection
from django.utils import timezone
from psycopg.types.json import Jsonb

from accounts.carriers import email_is_carried
from acting.actions.arrays import array_of, member
from acting.actions.written import written
from notifications.actions.note import NOTED, noted
from notifications.actions.read_by_deed import READ_BY_DEED, read_by_deed
from notifications.enums import Channel
from notifications.happenings import NewHappening
from notifications.notices import NewNotice
from notifications.rules import SETTLING, allowed_from

# A notice told before is left as it is, and is not sent again. What a new one replaces is ended:
# rows that their reader marks at the same moment are ended already.
PUT = f"""
WITH {NOTED},{READ_BY_DEED},
given AS (
    SELECT *
    FROM unnest(
        %s::bigint[], %s::text[], %s::smallint[], %s::jsonb[], %s::text[], %s::boolean[],
        %s::boolean[], %s::text[], %s::uuid[], %s::text[], %s::text[], %s::boolean[]
    ) WITH ORDINALITY AS row (
        recipient_id, kind, version, parameters, dedupe_key, urgent, sms, link, subject,
        calls_for, replaces, settles, place
    )
),
told AS (
    INSERT INTO notifications_notice (
        recipient_id, kind, version, parameters, dedupe_key, urgent, sms, link, subject, calls_for,
        created_at
    )
    SELECT recipient_id, kind, version, parameters, dedupe_key, urgent, sms, link, subject,
        calls_for, %s::timestamptz
    FROM given
    JOIN accounts_user person ON person.id = recipient_id AND person.erased_at IS NULL
    ORDER BY place
    ON CONFLICT DO NOTHING
    RETURNING id, recipient_id, dedupe_key, urgent, sms
),
replaced AS (
    SELECT old.id
    FROM told
    JOIN given USING (recipient_id, dedupe_key)
    JOIN notifications_notice old
        ON old.recipient_id = given.recipient_id AND old.subject = given.subject
        AND old.kind = ANY (string_to_array(given.replaces, ',')) AND old.read_at IS NULL
    FOR UPDATE OF old SKIP LOCKED
),
ended AS (
    UPDATE notifications_notice SET read_at = %s::timestamptz
    WHERE id IN (SELECT id FROM replaced UNION SELECT id FROM read_by_deed)
),
unsent AS (
    UPDATE notifications_delivery
    SET state = 'dropped', last_error = 'replaced', lease_until = NULL
    WHERE notice_id IN (SELECT id FROM replaced) AND state = 'waiting' AND lease_until IS NULL
)
INSERT INTO notifications_delivery (
    notice_id, channel, state, next_try_at, attempts, last_error
)
SELECT told.id, way.channel, 'waiting', way.allowed_from, 0, ''
FROM told
JOIN given USING (recipient_id, dedupe_key)
JOIN accounts_user person ON person.id = told.recipient_id
JOIN unnest(%s::text[], %s::boolean[], %s::boolean[], %s::timestamptz[]) WITH ORDINALITY
    AS way (channel, urgent, settles, allowed_from, place)
    ON way.urgent = told.urgent AND way.settles = given.settles
WHERE told.sms AND (way.channel <> 'email' OR person.email <> '')
ORDER BY told.id, way.place
"""  # noqa: S608 - constants only


def put(
    notices: Sequence[NewNotice],
    *,
    done: Collection[tuple[UUID, str]] = (),
    happenings: Collection[NewHappening] = (),
    now: datetime | None = None,
) -> None:
    """Write `notices`, and what else one act tells, in one statement, however many they are.

    A notice that a person already has under the same key is left alone, and whoever is forgotten
    is told nothing any more. Earlier notices that called for what is `done` count as read; of
    `happenings` open pages learn. Refused outside a transaction, because nobody must be told of an
    act that is rolled back. `now` is the moment of the act, by default the current time: the notice
    bears it, and it decides whether a text message waits for the morning.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Notices are put inside the transaction of the act they tell about.")
    if not (notices or done or happenings):
        return
    # All writers use the same order; otherwise two with the same keys could deadlock.
    now = now or timezone.now()
    rows = sorted(notices, key=lambda notice: (notice.recipient_id, notice.dedupe_key))
    given = [*noted(happenings, now=now), *read_by_deed(done), *_notices(rows)]
    most = max(len(rows), len(done), len(happenings))
    written(PUT, [*given, now, now, *_ways(now)], rows=most)


def _notices(rows: Sequence[NewNotice]) -> list[str]:
    return [
        array_of([row.recipient_id for row in rows]),
        array_of([row.kind for row in rows]),
        array_of([row.version for row in rows]),
        array_of([row.parameters for row in rows], lambda said: member(Jsonb(dict(said)))),
        array_of([row.dedupe_key for row in rows]),
        array_of([row.urgent for row in rows]),
        array_of([row.sms for row in rows]),
        array_of([row.link for row in rows]),
        array_of([row.subject for row in rows]),
        array_of([row.calls_for for row in rows]),
        array_of([",".join(sorted(row.replaces)) for row in rows]),
        array_of([row.settles for row in rows]),
    ]


def _ways(now: datetime) -> list[str]:
    """From when each channel may be used. A carried address gets all that goes to the phone."""
    channels = [Channel.SMS, Channel.EMAIL] if email_is_carried() else [Channel.SMS]
    ways = list(product(channels, (True, False), (True, False)))
    return [
        array_of([channel.value for channel, _urgent, _settles in ways]),
        array_of([urgent for _channel, urgent, _settles in ways]),
        array_of([settles for _channel, _urgent, settles in ways]),
        array_of(
            [
                allowed_from(now + SETTLING * settles, channel=channel, urgent=urgent)
                for channel, urgent, settles in ways
            ]
        ),
    ]
