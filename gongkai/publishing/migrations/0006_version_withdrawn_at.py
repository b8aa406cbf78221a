from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("publishing", "0005_lay_steps_of_texts_in_review"),)

    operations = (
        migrations.AddField(
            model_name="itemversion",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="撤下时间"),
        ),
    )
