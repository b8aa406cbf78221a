"""What the fields of sentences stand for, as counted last."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("annual_reports", "0010_frozen_evidence")]

    operations = [
        migrations.AddField(
            "report", "counts", models.JSONField(default=dict, verbose_name="文中的计数")
        ),
    ]
