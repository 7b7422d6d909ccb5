"""Create places and issues by the hundred thousand, as copies, by set-based SQL.

The product's own actions make a pattern. Each copy has all rows that belong to the pattern, with
new keys, and passes every constraint and trigger. The record of a copy verifies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.db import connection, transaction

from accounts.models import User
from bench._copying import Part, copy_all, run
from grids.models import Body, Building, Competence, Estate, Posting, Residence, Venue
from issues.models import Findable, Issue, Upload
from ledger.models import Entry, Pseudonym, Stream, Text, Unsealed
from notifications.models import Delivery, Notice

SLICE = 50_000


def lay_places(root: Body, count: int) -> None:
    """Copy `root` with the bodies, houses, people and postings below it, as places 1 … `count`.

    The pattern is place 0. Call this once per database, with 0 if no other place is needed.
    """
    with transaction.atomic():
        run(
            "CREATE UNLOGGED TABLE lay_place AS SELECT n, n AS place, %s::bigint AS pattern,"
            " '0'::interval AS back FROM generate_series(1, %s) AS n",
            [root.pk, count],
        )
        copy_all(place_parts(), "lay_place")
    if count:
        analyse()


def growing(
    root: Body,
    patterns: Sequence[Issue],
    sizes: Sequence[int],
    *,
    own: int,
    each: int,
    spread: timedelta,
) -> Iterator[int]:
    """Lay `own` matters at place 0, then `each` at more and more others, for each of `sizes`."""
    # The copies are to start from the pattern alone.
    lay_places(root, 0)
    lay_matters(patterns, own, spread=spread)
    laid = 0
    for size in sizes:
        places = (size - own) // each
        if places > laid:
            run("DROP TABLE lay_place")
            lay_places(root, places)
            others = list(range(laid + 1, places + 1))
            lay_matters(patterns, len(others) * each, places=others, spread=spread)
            laid = places
        run("VACUUM ANALYZE")
        yield size


def lay_matters(
    patterns: Sequence[Issue],
    count: int,
    *,
    places: Sequence[int] = (0,),
    spread: timedelta = timedelta(0),
) -> None:
    """Make `count` copies: of each of `patterns` in turn, at each of `places` in turn.

    Copies happened earlier than their patterns, by steps that add up to `spread`.
    """
    for first in range(0, count, SLICE):
        with transaction.atomic():
            lay_slice(patterns, range(first, min(first + SLICE, count)), places, spread / count)
    analyse()


def analyse() -> None:
    """Our tables. Those that all databases share are held until the transaction around it ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(quote_ident(relname), ', ') FROM pg_class"
            " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        (tables,) = cursor.fetchone()
    run(f"ANALYZE {tables}")


def lay_slice(
    patterns: Sequence[Issue], numbers: range, places: Sequence[int], step: timedelta
) -> None:
    run("DROP TABLE IF EXISTS lay_matter")
    run(
        MATTERS,
        [
            [issue.pk for issue in patterns],
            len(patterns),
            list(places),
            len(patterns),
            len(places),
            step,
            numbers.start,
            numbers.stop - 1,
        ],
    )
    run("ANALYZE lay_matter")
    copy_all(matter_parts(), "lay_matter")
    run(COUNTED)


# For each copy its number, place, pattern and reference.
MATTERS = """
CREATE UNLOGGED TABLE lay_matter AS
WITH wanted AS (
    SELECT n, (%s::bigint[])[n %% %s + 1] AS pattern,
        (%s::int[])[n / %s %% %s + 1] AS place, n * %s::interval AS back
    FROM generate_series(%s, %s) AS n
), placed AS (
    SELECT w.*, gen_random_uuid() AS uid, i.uid AS old_uid, i.reference AS old_reference, i.year,
        coalesce(b.new, i.community_id) AS community
    FROM wanted w JOIN issues_issue i ON i.id = w.pattern
    LEFT JOIN lay_place_grids_body b ON b.n = w.place AND b.old = i.community_id
), numbered AS (
    SELECT p.*, coalesce(r.last, 0)
        + row_number() OVER (PARTITION BY p.community, p.year ORDER BY n) AS number
    FROM placed p
    LEFT JOIN issues_referencecounter r ON r.community_id = p.community AND r.year = p.year
)
SELECT n.*, b.prefix || '-' || n.year || '-' || lpad(n.number::text, 4, '0') AS reference
FROM numbered n JOIN grids_body b ON b.id = n.community
"""
COUNTED = """
INSERT INTO issues_referencecounter (community_id, year, last)
SELECT community, year, max(number) FROM lay_matter GROUP BY 1, 2
ON CONFLICT (community_id, year) DO UPDATE SET last = excluded.last
"""

# Each term begins with who finds it in which community.
FOUND_THERE = (
    "array_to_tsvector(ARRAY(SELECT regexp_replace(term, '^(.)[0-9]+', '\\1' || c.community)"
    " FROM unnest(tsvector_to_array(old.terms)) AS term))"
)
BELOW = "JOIN grids_body p ON {} LIKE p.path || '%%'"
LETTERS = " || ".join(f"chr(65 + c.n / {step} %% 26)" for step in (676, 26, 1))
OF_MATTER = "ledger_stream s JOIN issues_issue p ON starts_with(s.name, 'issue:' || p.uid)"


def place_parts() -> Iterator[Part]:
    body = "JOIN grids_body b ON b.id = t.{} " + BELOW.format("b.path")
    yield Part(
        Body,
        "grids_body t " + BELOW.format("t.path"),
        {
            "code": "'P' || c.n || '-' || old.code",
            "name": "old.name || ' ' || c.n",
            "prefix": f"CASE old.prefix WHEN '' THEN '' ELSE left(old.prefix, 3) || {LETTERS} END",
        },
        # A trigger makes the path from the parent's, so parents come first.
        order="ORDER BY c.n, length(old.path), old.path",
    )
    yield Part(Estate, "grids_estate t " + body.format("community_id"))
    yield Part(Building, "grids_building t " + body.format("grid_id"))
    yield Part(Venue, "grids_venue t " + body.format("grid_id"), {"code": "'V' || new.new"})
    yield Part(Competence, "grids_competence t " + body.format("department_id"))
    known = (
        "(SELECT user_id, body_id FROM grids_posting UNION SELECT r.user_id, h.grid_id"
        " FROM grids_residence r JOIN grids_building h ON h.id = r.building_id) k"
    )
    yield Part(
        User,
        f"accounts_user t JOIN {known} ON k.user_id = t.id JOIN grids_body b ON b.id = k.body_id "
        + BELOW.format("b.path"),
        {"phone": "'+86' || (15000000000 + new.new)"},
    )
    yield Part(Posting, "grids_posting t " + body.format("body_id"))
    yield Part(
        Residence,
        "grids_residence t JOIN grids_building h ON h.id = t.building_id"
        " JOIN grids_body b ON b.id = h.grid_id " + BELOW.format("b.path"),
    )


def matter_parts() -> Iterator[Part]:
    yield Part(
        Issue,
        "issues_issue t JOIN issues_issue p ON p.id = t.id",
        {"uid": "c.uid", "number": "c.number", "reference": "c.reference"},
    )
    for relation in Issue._meta.related_objects:
        model = relation.related_model
        if model is Issue or relation.field.name != "issue":
            continue
        changed = {"terms": FOUND_THERE} if model is Findable else {}
        source = f"{model._meta.db_table} t JOIN issues_issue p ON p.id = t.issue_id"
        yield Part(model, source, changed)
    yield Part(
        Upload,
        "issues_upload t JOIN issues_photo f ON f.upload_id = t.id"
        " JOIN issues_issue p ON p.id = f.issue_id",
    )
    yield from record_parts()
    renamed = {
        "dedupe_key": "replace(old.dedupe_key, c.old_uid::text, c.uid::text)",
        "link": "replace(old.link, c.old_reference, c.reference)",
        "parameters": "replace(old.parameters::text, c.old_reference, c.reference)::jsonb",
        "subject": "c.uid",
    }
    notice = "JOIN issues_issue p ON p.uid = {}.subject"
    yield Part(Notice, "notifications_notice t " + notice.format("t"), renamed)
    yield Part(
        Delivery,
        "notifications_delivery t JOIN notifications_notice m ON m.id = t.notice_id "
        + notice.format("m"),
    )


def record_parts() -> Iterator[Part]:
    """The record. What a body says of stream and actor is replaced, and it is hashed anew."""
    yield Part(
        Stream,
        OF_MATTER.replace("ledger_stream s", "ledger_stream t").replace("s.name", "t.name"),
        {"name": "replace(old.name, c.old_uid::text, c.uid::text)"},
    )
    yield Part(
        Pseudonym,
        f"ledger_pseudonym t JOIN ({OF_MATTER}) ON s.id = t.stream_id",
        {"user_id": "coalesce(who.new, old.user_id)"},
    )
    body = "convert_from(old.body, 'UTF8')"
    for before, after in (
        ("line.old_public::text", "line.public::text"),
        ("line.old_name", "line.name"),
        ("coalesce(actor.old::text, '-')", "coalesce(actor.new::text, '-')"),
        ("coalesce(actor.old_person, '-')", "coalesce(actor.person, '-')"),
        ("c.old_reference", "c.reference"),
    ):
        body = f"replace({body}, {before}, {after})"
    yield Part(
        Entry,
        f"ledger_entry t JOIN ({OF_MATTER}) ON s.id = t.stream_id",
        {"body": "made.body", "digest": "sha256(made.body)", "actor": "actor.new"},
        # OFFSET keeps it from being put together once for the body and once for its digest.
        besides=f" CROSS JOIN LATERAL (SELECT convert_to({body}, 'UTF8') AS body OFFSET 0) made",
    )
    entry = f"JOIN ledger_entry e ON e.id = t.entry_id JOIN ({OF_MATTER}) ON s.id = e.stream_id"
    yield Part(Unsealed, f"ledger_unsealed t {entry}")
    yield Part(Text, f"ledger_text t {entry}")
