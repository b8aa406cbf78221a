"""Shape of what departments hand in."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from gongkai.agencies.models import Agency, Department
from gongkai.agencies.tables.reading import MOST_BYTES, UnreadableTable, read_table
from gongkai.annual_reports.actions.returns import Handed
from gongkai.annual_reports.models import DepartmentReturn
from gongkai.law.annual_report.definitions import RETURN_LINES


def _day(label: str, hint: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class ReturnForm(forms.Form):
    """One number for one line and one span of days."""

    line = forms.ChoiceField(label="项目", choices=[(row.key, row.label) for row in RETURN_LINES])
    department = forms.ModelChoiceField(
        Department.objects.none(),
        label="部门",
        required=False,
        empty_label="全机关合计",
    )
    first_day = _day("从哪一天", "一季度填 1 月 1 日")
    last_day = _day("到哪一天", "一季度填 3 月 31 日；时段不能和已经报过的重叠")
    figure = forms.DecimalField(
        label="数量",
        required=False,
        min_value=0,
        max_digits=17,
        decimal_places=6,
        help_text="处理决定填件数；收费填万元，如 25.1；没有发生填 0",
    )
    no_power = forms.BooleanField(
        label="没有这项职权", required=False, help_text="勾选的，数量为 0，时段填全年"
    )
    basis = forms.CharField(
        label="依据", required=False, max_length=200, help_text="台账、系统名称，便于日后核对"
    )

    def __init__(
        self, agency: Agency, data: Any = None, *, own: set[int] | None = None, **more: Any
    ) -> None:
        super().__init__(data, **more)
        year = more.get("initial", {}).get("year")
        open_then = Q(until=None) | Q(until__year__gte=year) if year else Q(until=None)
        offered = agency.departments.filter(open_then)
        if own is not None:  # who works in a department hands in for it alone
            offered = offered.filter(pk__in=own)
            self.fields["department"].required = True
            self.fields["department"].empty_label = None
        self.fields["department"].queryset = offered
        self.fields["department"].label_from_instance = lambda row: row.name

    def clean(self) -> dict[str, Any]:
        """A number, or the word that there is no such power."""
        cleaned = super().clean() or {}
        wrong = "figure" in self.errors
        if cleaned.get("figure") is None and not cleaned.get("no_power") and not wrong:
            self.add_error("figure", "请填数量；没有发生填 0，没有这项职权的勾选下一项")
        if {"line", "first_day", "last_day"} <= cleaned.keys() and not self.errors:
            cleaned["handed"] = Handed(
                line=cleaned["line"],
                first_day=cleaned["first_day"],
                last_day=cleaned["last_day"],
                figure=cleaned["figure"] or Decimal(0),
                department=cleaned["department"],
                no_power=cleaned["no_power"],
                basis=cleaned["basis"],
            )
        return cleaned

    @staticmethod
    def initial_of(row: DepartmentReturn) -> dict[str, Any]:
        """What the form shows of a number that is to be replaced."""
        names = ("line", "department", "first_day", "last_day", "figure", "no_power", "basis")
        return {name: getattr(row, name) for name in names} | {"year": row.year}


class StrikeForm(forms.Form):
    """Why a number no longer counts."""

    reason = forms.CharField(label="作废的原因", max_length=200)


class ReturnsFileForm(forms.Form):
    """The file with the returns of many departments."""

    file = forms.FileField(
        label="表格文件",
        help_text="CSV（UTF-8 或 GB18030）或 XLSX，不超过 2 MB",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> tuple[str, list[list[str]]]:
        """The file's name and its rows."""
        file = self.cleaned_data["file"]
        try:
            return file.name, read_table(file.read(MOST_BYTES + 1))
        except UnreadableTable as error:
            raise forms.ValidationError(str(error)) from error
