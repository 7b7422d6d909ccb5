"""Names of streams and persons are bound into what is sealed, and guards stand where rights do not.

Salts and formats are columns with a default of the database's own: what stands there already gets
a salt too, so that the next entry of an old stream binds its name.
"""

import django.contrib.postgres.operations
from django.db import migrations, models
from django.db.models import F, Func
from django.db.models.lookups import Exact

LOOKS = "SET search_path = pg_catalog, public, pg_temp"
RANDOM = Func(Func(function="gen_random_uuid"), function="uuid_send")
RANDOM_SALT = Func(
    RANDOM, RANDOM, function="sha256", arg_joiner=" || ", output_field=models.BinaryField()
)
WHOLE = Exact(Func(F("salt"), function="octet_length", output_field=models.IntegerField()), 32)


def function(name: str, body: str) -> migrations.RunSQL:
    """A function of a trigger; it finds our tables whatever path a session looks along."""
    return migrations.RunSQL(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {LOOKS} AS $$\n{body}\n$$",
        f"DROP FUNCTION {name}()",
    )


def trigger(name: str, table: str, when: str, does: str) -> migrations.RunSQL:
    constraint = "CONSTRAINT " if "DEFERRED" in does else ""
    return migrations.RunSQL(
        f"CREATE {constraint}TRIGGER {name} {when} ON {table} {does}",
        f"DROP TRIGGER {name} ON {table}",
    )


# A seal that does not follow the newest could never be taken out again.
FOLLOWS = """
DECLARE
    newest ledger_seal;
    said jsonb;
BEGIN
    SELECT * INTO newest FROM ledger_seal ORDER BY number DESC LIMIT 1;
    said := jsonb_build_object(
        'seal', NEW.number, 'leaves', NEW.leaves, 'entries', NEW.entries,
        'root', encode(NEW.root, 'hex'), 'previous', encode(NEW.previous, 'hex')
    );
    IF NEW.number <> coalesce(newest.number, 0) + 1
        OR NEW.previous <> coalesce(newest.head, decode(repeat('00', 32), 'hex'))
        OR NEW.entries <> coalesce(newest.entries, 0) + NEW.leaves
        OR NEW.head <> sha256(NEW.body)
        OR NOT convert_from(NEW.body, 'UTF8')::jsonb @> said
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'this is no seal that follows the newest one';
    END IF;
    RETURN NEW;
END
"""
FULL = """
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_sealleaf WHERE seal_id = NEW.number) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a seal without leaves is no seal';
    END IF;
    RETURN NULL;
END
"""
# All leaves of a seal come at once: afterwards it is closed.
LEAVES = """
DECLARE
    newest ledger_seal;
BEGIN
    SELECT * INTO newest FROM ledger_seal ORDER BY number DESC LIMIT 1;
    IF (SELECT count(*) FROM fresh) <> newest.leaves
        OR (SELECT count(*) FROM ledger_sealleaf WHERE seal_id = newest.number) <> newest.leaves
        OR EXISTS (
            SELECT FROM (
                SELECT *, row_number() OVER (ORDER BY digest) - 1 AS due FROM fresh
            ) leaf LEFT JOIN ledger_entry entry ON entry.id = leaf.entry_id
            WHERE leaf.seal_id <> newest.number OR leaf.index <> leaf.due
                OR entry.digest IS DISTINCT FROM leaf.digest
        )
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'these are no leaves of the newest seal';
    END IF;
    RETURN NULL;
END
"""
SEALED = """
BEGIN
    IF EXISTS (
        SELECT FROM gone LEFT JOIN ledger_sealleaf leaf USING (entry_id) WHERE leaf.seal_id IS NULL
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'what is not sealed stays in the queue';
    END IF;
    RETURN NULL;
END
"""
# Who is behind an act is written down before the act; later it can only be erased.
BEFORE_THE_ACT = """
BEGIN
    IF EXISTS (SELECT FROM ledger_entry WHERE actor = NEW.id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'who acted is only ever added to before the act';
    END IF;
    RETURN NEW;
END
"""
REFUSED = "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]

    operations = [
        migrations.AddField(
            model_name="stream",
            name="salt",
            field=models.BinaryField(
                db_default=RANDOM_SALT, editable=False, max_length=32, verbose_name="salt"
            ),
        ),
        migrations.AddConstraint(
            model_name="stream",
            constraint=models.CheckConstraint(name="stream_salt_whole", condition=WHOLE),
        ),
        migrations.AddField(
            model_name="pseudonym",
            name="salt",
            field=models.BinaryField(
                db_default=RANDOM_SALT, editable=False, max_length=32, verbose_name="salt"
            ),
        ),
        migrations.AddConstraint(
            model_name="pseudonym",
            constraint=models.CheckConstraint(name="pseudonym_salt_whole", condition=WHOLE),
        ),
        migrations.AddField(
            model_name="entry",
            name="format",
            field=models.PositiveSmallIntegerField(db_default=1, verbose_name="format"),
        ),
        # Not for what stands there: that is of the first format, and is read by `verify_ledger`.
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="entry",
            constraint=models.CheckConstraint(
                name="entry_of_this_format", condition=models.Q(format=2)
            ),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name="text",
            constraint=models.CheckConstraint(name="text_salt_whole", condition=WHOLE),
        ),
        trigger(
            "ledger_stream_stays",
            "ledger_stream",
            "BEFORE UPDATE",
            "FOR EACH ROW WHEN ((OLD.id, OLD.name, OLD.public_id, OLD.salt)"
            " IS DISTINCT FROM (NEW.id, NEW.name, NEW.public_id, NEW.salt)"
            " OR NEW.length < OLD.length) EXECUTE FUNCTION ledger_refuse()",
        ),
        trigger("ledger_stream_kept", "ledger_stream", "BEFORE DELETE OR TRUNCATE", REFUSED),
        trigger("ledger_text_stays", "ledger_text", "BEFORE UPDATE", REFUSED),
        trigger("ledger_pseudonym_stays", "ledger_pseudonym", "BEFORE UPDATE", REFUSED),
        function("ledger_actor_comes_first", BEFORE_THE_ACT),
        trigger(
            "ledger_pseudonym_comes_first",
            "ledger_pseudonym",
            "BEFORE INSERT",
            "FOR EACH ROW EXECUTE FUNCTION ledger_actor_comes_first()",
        ),
        function("ledger_seal_follows", FOLLOWS),
        trigger(
            "ledger_seal_follows",
            "ledger_seal",
            "BEFORE INSERT",
            "FOR EACH ROW EXECUTE FUNCTION ledger_seal_follows()",
        ),
        function("ledger_seal_is_full", FULL),
        trigger(
            "ledger_seal_is_full",
            "ledger_seal",
            "AFTER INSERT",
            "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_seal_is_full()",
        ),
        function("ledger_leaves_close", LEAVES),
        trigger(
            "ledger_sealleaf_close",
            "ledger_sealleaf",
            "AFTER INSERT",
            "REFERENCING NEW TABLE AS fresh"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_leaves_close()",
        ),
        function("ledger_queue_is_sealed", SEALED),
        trigger(
            "ledger_unsealed_is_sealed",
            "ledger_unsealed",
            "AFTER DELETE",
            "REFERENCING OLD TABLE AS gone"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_queue_is_sealed()",
        ),
    ]
