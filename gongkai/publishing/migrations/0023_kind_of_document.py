"""What the annual report counts a text as. Texts of before stay without an answer until somebody gives one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publishing", "0022_old_addresses_of_files")]

    operations = [
        migrations.AddField(
            model_name="itemversion",
            name="rule_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("rules", "规章"),
                    ("normative_document", "行政规范性文件"),
                    ("other_document", "都不是"),
                ],
                default="",
                max_length=32,
                verbose_name="文件性质",
            ),
        ),
    ]
