"""Applicants may wish to be told by e-mail or text message what is new: their wish, and what was sent."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0008_keep_personal_data_for_months"),
    ]

    operations = [
        migrations.AddField(
            model_name="applicant",
            name="tell_by_mail",
            field=models.BooleanField(default=False, verbose_name="有进展时发电子邮件"),
        ),
        migrations.AddField(
            model_name="applicant",
            name="tell_by_sms",
            field=models.BooleanField(default=False, verbose_name="有进展时发短信"),
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "news",
                    models.CharField(
                        choices=[
                            ("receipt_confirmed", "确认收到"),
                            ("correction_wanted", "补正告知"),
                            ("extension_told", "延期告知"),
                            ("delay_told", "延迟答复告知"),
                            ("reasons_wanted", "说明理由告知"),
                            ("payment_wanted", "收费通知"),
                            ("consulting", "开始征求意见"),
                            ("reply_sent", "答复发出"),
                            ("begun_anew", "重新办理"),
                            ("correction_ends", "补正期限将满"),
                            ("payment_ends", "缴费期限将满"),
                        ],
                        max_length=24,
                        verbose_name="事项",
                    ),
                ),
                ("occurrence", models.PositiveSmallIntegerField(verbose_name="第几次")),
                (
                    "way",
                    models.CharField(
                        choices=[("mail", "电子邮件"), ("sms", "短信")],
                        max_length=8,
                        verbose_name="方式",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="最迟")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "read_entry",
                    models.BigIntegerField(blank=True, null=True, verbose_name="查看地址的留痕"),
                ),
                (
                    "begun_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="开始发送时间"),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="发出时间")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tellings",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "news", "occurrence", "way"), name="casework_told_once"
                    )
                ],
            },
        ),
    ]
