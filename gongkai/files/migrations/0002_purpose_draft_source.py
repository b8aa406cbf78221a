"""Files that a text was taken from have a purpose of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="storedfile",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("attachment", "公开信息的附件"),
                    ("picture", "图片"),
                    ("draft_source", "起草用的原文件"),
                    ("report_source", "年度报告原文件"),
                    ("record", "办件材料"),
                ],
                max_length=32,
                verbose_name="用途",
            ),
        ),
    ]
