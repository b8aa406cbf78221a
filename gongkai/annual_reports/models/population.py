"""How many people live in the area that an organ serves, year by year, so that its requests can be held against others'."""

from django.db import models

from gongkai.agencies.models import Agency


class Population(models.Model):
    """The population of one organ's area at the end of a year, where it was taken from, and who entered it when."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="populations", verbose_name="机关"
    )
    year = models.PositiveSmallIntegerField("年度")
    persons = models.PositiveIntegerField("人口（人）")
    basis = models.CharField("依据", max_length=200)
    by_name = models.CharField("登记人", max_length=64)
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "人口数"
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "year"), name="annual_reports_one_population_a_year"
            ),
            models.CheckConstraint(
                condition=models.Q(persons__gte=1), name="annual_reports_somebody_lives_there"
            ),
        )
        ordering = ("agency", "-year")

    def __str__(self) -> str:
        return f"{self.agency}{self.year}年人口 {self.persons} 人"
