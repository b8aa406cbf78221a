from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("release", "0002_document_facts")]

    operations = [
        migrations.AddField(
            model_name="publicdocument",
            name="stamp",
            field=models.PositiveIntegerField(
                db_index=True, default=0, verbose_name="检索内容的标记"
            ),
        ),
    ]
