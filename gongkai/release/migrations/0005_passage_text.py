from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("release", "0004_public_columns")]

    operations = [
        migrations.AddField(
            model_name="publicdocument",
            name="passage_text",
            field=models.TextField(blank=True, verbose_name="检索结果所示的文字"),
        ),
    ]
