from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("release", "0008_forms_of_a_text")]

    operations = [
        migrations.AddField(
            model_name="publicdocument",
            name="month",
            field=models.CharField(default="", max_length=7, verbose_name="发布月份"),
            preserve_default=False,
        ),
    ]
