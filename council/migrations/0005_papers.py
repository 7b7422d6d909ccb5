import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Minutes and signatures are only ever added, whoever asks; the function is the record's own.
APPEND_ONLY = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
"""
TABLES = ("council_minutesversion", "council_signature")


class Migration(migrations.Migration):
    dependencies = [
        ("council", "0004_bookings_contacts_calls"),
        ("ledger", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("made_at", models.DateTimeField()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feed_key",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MinutesName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("standing", models.CharField(max_length=40)),
                ("name", models.CharField(blank=True, max_length=60)),
                ("salt", models.BinaryField(blank=True, default=b"", max_length=32)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="minutes_names",
                        to="council.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["meeting", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "number"), name="minutes_name_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wanted_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("file", models.FileField(blank=True, upload_to="minutes/")),
                ("failed", models.CharField(blank=True, max_length=200)),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="minutes_paper",
                        to="council.meeting",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("made_at", None),
                            ("made_at__lt", models.F("wanted_at")),
                            _connector="OR",
                        ),
                        fields=["wanted_at"],
                        name="minutes_paper_due",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sign_in", "sign-in sheet"),
                            ("record", "record sheet"),
                            ("ballots", "ballots"),
                            ("notice", "posted notice"),
                        ],
                        max_length=7,
                    ),
                ),
                ("signed", models.BooleanField(default=False)),
                ("picture", models.FileField(upload_to="sheets/")),
                ("thumb", models.FileField(upload_to="sheets/")),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="council.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "sha256"), name="sheet_filed_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["sign_in", "record", "ballots", "notice"])
                        ),
                        name="sheet_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signed", False), ("kind", "record"), _connector="OR"),
                        name="sheet_signed_is_the_record",
                    ),
                ],
            },
        ),
        *(
            migrations.RunSQL(
                APPEND_ONLY.format(table=table), f"DROP TRIGGER {table}_append_only ON {table}"
            )
            for table in TABLES
        ),
    ]
