from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0020_batches_of_old_sites"),
    ]

    operations = [
        migrations.RenameField(model_name="batch", old_name="left_out", new_name="old_columns"),
        migrations.AlterField(
            model_name="batch",
            name="old_columns",
            field=models.JSONField(blank=True, default=dict, verbose_name="旧网站的栏目"),
        ),
    ]
