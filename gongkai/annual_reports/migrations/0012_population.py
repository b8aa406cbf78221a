"""How many people live in the area of an organ."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_letter_facts"),
        ("annual_reports", "0011_counts_of_sentences"),
    ]

    operations = [
        migrations.CreateModel(
            "Population",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("persons", models.PositiveIntegerField(verbose_name="人口（人）")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("by_name", models.CharField(max_length=64, verbose_name="登记人")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="populations",
                        to="agencies.agency",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={"verbose_name": "人口数", "ordering": ("agency", "-year")},
        ),
        migrations.AddConstraint(
            "population",
            models.UniqueConstraint(
                fields=("agency", "year"), name="annual_reports_one_population_a_year"
            ),
        ),
        migrations.AddConstraint(
            "population",
            models.CheckConstraint(
                condition=models.Q(persons__gte=1), name="annual_reports_somebody_lives_there"
            ),
        ),
    ]
