"""Figures taken from the records, what departments hand in, and the evidence of a signed version."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_letter_facts"),
        ("annual_reports", "0008_frozen_handed_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="compiled",
            field=models.JSONField(blank=True, default=dict, verbose_name="从记录生成"),
        ),
        migrations.CreateModel(
            name="ReportEvidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("frozen", models.TextField(verbose_name="固定的记录")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="annual_reports.reportversion",
                        verbose_name="版本",
                    ),
                ),
            ],
            options={
                "verbose_name": "年度报告的依据",
            },
        ),
        migrations.CreateModel(
            name="DepartmentReturn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        choices=[
                            ("permits", "行政许可"),
                            ("penalties", "行政处罚"),
                            ("compulsory_measures", "行政强制"),
                            ("administrative_fees_wan_yuan", "行政事业性收费"),
                        ],
                        max_length=40,
                        verbose_name="项目",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("first_day", models.DateField(verbose_name="从哪一天")),
                ("last_day", models.DateField(verbose_name="到哪一天")),
                (
                    "figure",
                    models.DecimalField(decimal_places=6, max_digits=18, verbose_name="数量"),
                ),
                ("no_power", models.BooleanField(default=False, verbose_name="没有这项职权")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                (
                    "source",
                    models.CharField(
                        choices=[("typed", "填报"), ("imported", "导入")],
                        default="typed",
                        max_length=16,
                        verbose_name="怎样报来",
                    ),
                ),
                ("file_name", models.CharField(blank=True, max_length=200, verbose_name="文件")),
                ("by_id", models.BigIntegerField(verbose_name="填报人编号")),
                ("by_name", models.CharField(max_length=64, verbose_name="填报人")),
                ("at", models.DateTimeField(verbose_name="填报时间")),
                ("struck_at", models.DateTimeField(blank=True, null=True, verbose_name="作废时间")),
                (
                    "struck_by_name",
                    models.CharField(blank=True, max_length=64, verbose_name="作废人"),
                ),
                (
                    "struck_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="作废的原因"),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="agencies.agency",
                        verbose_name="机关",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.department",
                        verbose_name="部门",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="annual_reports.departmentreturn",
                        verbose_name="代替",
                    ),
                ),
            ],
            options={
                "verbose_name": "部门报送数据",
                "ordering": ("line", "department", "first_day", "pk"),
                "indexes": [
                    models.Index(fields=["agency", "year", "line"], name="annual_reports_return")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first_day__lte", models.F("last_day"))),
                        name="annual_reports_return_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("figure__gte", 0)),
                        name="annual_reports_return_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("no_power", False), ("figure", 0), _connector="OR"),
                        name="annual_reports_no_power_is_nought",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("struck_at__isnull", True),
                            models.Q(("struck_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="annual_reports_struck_for_a_reason",
                    ),
                ],
            },
        ),
    ]
