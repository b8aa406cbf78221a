"""Files of cases put together for a court, kept sealed for a day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0012_letters_to_third_parties"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "正在制作"),
                            ("made", "可以下载"),
                            ("failed", "没有做成"),
                            ("gone", "已过期"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="用途")),
                ("asked_by_id", models.BigIntegerField(null=True, verbose_name="提出人编号")),
                ("asked_by", models.CharField(max_length=64, verbose_name="提出人")),
                ("asked_at", models.DateTimeField(verbose_name="提出时间")),
                (
                    "read_entry",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="查看个人信息的留痕"
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0, verbose_name="已经放入（份）")),
                ("whole", models.PositiveIntegerField(default=0, verbose_name="共有（份）")),
                ("sealed", models.JSONField(blank=True, default=dict, verbose_name="密钥（加密）")),
                ("zip_key", models.CharField(blank=True, max_length=64, verbose_name="压缩包")),
                (
                    "zip_size",
                    models.PositiveBigIntegerField(default=0, verbose_name="压缩包字节数"),
                ),
                (
                    "zip_sha256",
                    models.CharField(blank=True, max_length=64, verbose_name="压缩包 SHA-256"),
                ),
                ("pdf_key", models.CharField(blank=True, max_length=64, verbose_name="PDF")),
                ("pdf_size", models.PositiveBigIntegerField(default=0, verbose_name="PDF 字节数")),
                (
                    "pdf_sha256",
                    models.CharField(blank=True, max_length=64, verbose_name="PDF SHA-256"),
                ),
                (
                    "left_out",
                    models.JSONField(blank=True, default=list, verbose_name="没有并入 PDF 的"),
                ),
                (
                    "failure",
                    models.CharField(blank=True, max_length=500, verbose_name="没有做成的原因"),
                ),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="做成时间")),
                ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="保存到")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossiers",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("case",),
                        name="casework_one_dossier_in_making",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "made"), _negated=True),
                            models.Q(
                                models.Q(("zip_key", ""), _negated=True),
                                ("expires_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="casework_made_dossier_is_there",
                    ),
                ],
            },
        ),
    ]
