"""Shape of a population that is entered."""

from collections.abc import Sequence
from typing import Any

from django import forms

from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions.set_population import EARLIEST, MOST, Counted


class PopulationForm(forms.Form):
    """How many people at the end of which year, and where that is written."""

    agency = forms.ChoiceField(label="机关")
    year = forms.IntegerField(
        label="年度", min_value=EARLIEST, max_value=2100, help_text="哪一年年末的人口，如 2024"
    )
    persons = forms.IntegerField(
        label="人口",
        min_value=1,
        max_value=MOST,
        help_text="常住人口，单位是人：3.85 万人填 38500",
    )
    basis = forms.CharField(
        label="依据", max_length=200, help_text="数字从哪里来，如“2024年临川县统计年鉴”"
    )

    def __init__(self, organs: Sequence[Agency], data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.organs = {str(organ.pk): organ for organ in organs}
        self.fields["agency"].choices = [(pk, organ.name) for pk, organ in self.organs.items()]

    @property
    def counted(self) -> Counted:
        """What was entered, once it is valid."""
        given = self.cleaned_data
        organ = self.organs[given["agency"]]
        return Counted(organ, given["year"], given["persons"], given["basis"])
