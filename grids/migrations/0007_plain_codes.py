"""Codes are kept in one normal form: without case, width, blanks and what shows nothing."""

import django.db.models.functions.text
from django.db import connection, migrations, models

import grids.models.fields
from grids.codes import CODE, plain_code


def make_plain(apps, schema_editor):
    for name in ("Body", "Venue"):
        model = apps.get_model("grids", name)
        longest = model._meta.get_field("code").max_length
        # Those that are plain already keep their code, whatever the others become.
        rows = list(model.objects.order_by("pk").values_list("pk", "code"))
        taken = {code for _pk, code in rows if code == plain_code(code) and CODE.fullmatch(code)}
        for pk, code in rows:
            if code not in taken:
                plain = "".join(sign for sign in plain_code(code) if sign.isascii())
                plain = plain.strip("-_") if CODE.fullmatch(plain.strip("-_")) else f"X{pk}"
                taken.add(renamed := free(plain, taken, longest))
                model.objects.filter(pk=pk).update(code=renamed)
    taken = set()
    category = apps.get_model("grids", "Category")
    for pk, code in category.objects.order_by("pk").values_list("pk", "code"):
        once = code if code.lower() not in taken else free(code, taken, 40)
        if once != code:
            category.objects.filter(pk=pk).update(code=once)
        taken.add(once.lower())
    # What is deferred must be settled before the tables are altered.
    connection.check_constraints()


def free(wanted, taken, longest):
    """`wanted`, or where another row has it already, the next with a number behind."""
    code, number = wanted[:longest], 1
    while code.lower() in taken or code in taken:
        number += 1
        tail = f"-{number}"
        code = wanted[: longest - len(tail)] + tail
    return code


class Migration(migrations.Migration):
    dependencies = [("grids", "0006_gas_phone")]

    operations = [
        migrations.RunPython(make_plain, migrations.RunPython.noop),
        migrations.AlterField(
            "body",
            "code",
            grids.models.fields.CodeField(max_length=20, unique=True, verbose_name="code"),
        ),
        migrations.AlterField(
            "venue",
            "code",
            grids.models.fields.CodeField(max_length=8, unique=True, verbose_name="poster code"),
        ),
        migrations.AddConstraint(
            "body",
            models.CheckConstraint(
                condition=models.Q(("code__regex", "^[A-Z0-9][A-Z0-9_-]*$")), name="body_code_plain"
            ),
        ),
        migrations.AddConstraint(
            "venue",
            models.CheckConstraint(
                condition=models.Q(("code__regex", "^[A-Z0-9][A-Z0-9_-]*$")),
                name="venue_code_plain",
            ),
        ),
        migrations.AddConstraint(
            "category",
            models.UniqueConstraint(
                django.db.models.functions.text.Lower("code"),
                name="category_code_once",
                violation_error_message="There is a category with this code already.",
            ),
        ),
    ]
