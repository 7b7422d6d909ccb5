"""The resident's word is a verdict, 评价: "word" meant too many things."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("issues", "0003_newest_of_a_community")]

    operations = [
        migrations.RenameModel(old_name="Word", new_name="Verdict"),
        migrations.AlterField(
            model_name="verdict",
            name="issue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verdicts",
                to="issues.issue",
            ),
        ),
    ]
