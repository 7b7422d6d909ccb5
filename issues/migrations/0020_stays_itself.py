"""A matter keeps the id that its stream in the record is named by, and the reference it is known by."""

from django.db import migrations

STAYS = """
CREATE TRIGGER issues_issue_stays_itself BEFORE UPDATE OF uid, reference ON issues_issue
    FOR EACH ROW WHEN ((OLD.uid, OLD.reference) IS DISTINCT FROM (NEW.uid, NEW.reference))
    EXECUTE FUNCTION ledger_refuse()
"""
KEPT = """
CREATE TRIGGER issues_issue_kept BEFORE DELETE OR TRUNCATE ON issues_issue
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()
"""
DROP = "DROP TRIGGER {} ON issues_issue"


class Migration(migrations.Migration):
    dependencies = [
        ("issues", "0019_merged_since"),
        ("ledger", "0003_bound"),
    ]

    operations = [
        migrations.RunSQL(STAYS, DROP.format("issues_issue_stays_itself")),
        migrations.RunSQL(KEPT, DROP.format("issues_issue_kept")),
    ]
