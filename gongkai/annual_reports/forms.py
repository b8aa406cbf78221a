"""Shape of what is filled in on the pages of a report. What it means, and whether it is allowed, is decided in ``actions``."""

from collections.abc import Iterator
from typing import Any

from django import forms

from gongkai.annual_reports.actions import Said
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.places import places
from gongkai.annual_reports.queries import findings

REMARKS = 4
MOST_YEARS = 30


class StepForm(forms.Form):
    """A step that only needs to be confirmed. ``seen_version`` is the version of the report that the person has before them."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, report: Report, data: Any = None, **more: Any) -> None:
        initial = {"seen_version": report.version, **more.pop("initial", {})}
        super().__init__(data, initial=initial, **more)


class ReasonForm(StepForm):
    """A step that says why."""

    reason = forms.CharField(
        label="理由",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="记入办事留痕，不对外公布",
    )


class NoteForm(StepForm):
    """The beginning of a correction."""

    note = forms.CharField(
        label="更正说明",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写明更正哪些数据、为什么。更正公布后这段话随报告公开，原来的版本仍然可以查看",
    )


class WithdrawForm(ReasonForm):
    """Taking a report off the site."""

    public_note = forms.CharField(
        label="网站上给公众看的说明",
        max_length=200,
        help_text="公众打开原来的网址时看到这句话，如“报告正在更正，将重新公布”",
    )


class SignForm(StepForm):
    """The signature: every warning is acknowledged one by one."""

    def __init__(self, report: Report, data: Any = None, **more: Any) -> None:
        super().__init__(report, data, **more)
        found = [one for one in findings(report) if one.severity == "warning"]
        if found:
            self.fields["acknowledged"] = forms.MultipleChoiceField(
                label="以下提示，看过后确认无误的请逐条勾选",
                choices=[(one.fingerprint, f"{one.message}（{one.cite}）") for one in found],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.fields["read"] = forms.BooleanField(
            label="我已核对将要固定的数据和文字，同意签发",
            error_messages={"required": "请核对后勾选，再签发"},
        )


class SendBackForm(StepForm):
    """Up to four remarks, each on a place of the report or on the whole."""

    def __init__(self, report: Report, data: Any = None, **more: Any) -> None:
        super().__init__(report, data, **more)
        choices = list(_grouped(places(report)))
        for number in range(1, REMARKS + 1):
            self.fields[f"place_{number}"] = forms.ChoiceField(
                label=f"意见{number}针对", choices=choices, required=False
            )
            self.fields[f"remark_{number}"] = forms.CharField(
                label=f"意见{number}",
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        """At least one remark."""
        cleaned = super().clean() or {}
        if not any(cleaned.get(f"remark_{number}") for number in range(1, REMARKS + 1)):
            self.add_error("remark_1", "请至少写一条意见，让编写的同志知道改什么")
        return cleaned

    def said(self) -> list[Said]:
        """The remarks that were written."""
        kept = self.cleaned_data
        return [
            Said(kept[f"remark_{number}"], kept[f"place_{number}"])
            for number in range(1, REMARKS + 1)
            if kept[f"remark_{number}"]
        ]


def _grouped(known: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """The places as options: the whole and the heads first, then chapters, then the cells of each table."""
    tables: dict[str, list[tuple[str, str]]] = {"表二": [], "表三": [], "表四": []}
    for key, title in known.items():
        table = title[:2]
        if table in tables:
            tables[table].append((key, title))
        else:
            yield key, title
    yield from tables.items()


class StartForm(forms.Form):
    """Which organ's report of which year."""

    agency = forms.ChoiceField(label="机关")
    year = forms.TypedChoiceField(
        label="报告年度",
        coerce=int,
        help_text="报告的是这一年的工作，次年公布：2025 年 1 月编的报告选 2024 年",
    )

    def __init__(
        self, organs: list[tuple[int, str]], today_year: int, data: Any = None, **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.fields["agency"].choices = organs
        years = range(today_year, today_year - MOST_YEARS, -1)
        self.fields["year"].choices = [(year, f"{year}年") for year in years if year >= 2008]
        self.fields["year"].initial = today_year - 1


class DeadlineForm(forms.Form):
    """The day by which the townships below an organ publish."""

    agency = forms.ChoiceField(label="确定日期的机关")
    year = forms.IntegerField(
        label="只用于哪一年度的报告",
        required=False,
        min_value=2019,
        max_value=2999,
        help_text="报告的年度，四位数字：2024 是次年（2025 年）公布的那一份。不填的，用于每一年度",
    )
    month = forms.IntegerField(
        label="月",
        min_value=1,
        max_value=12,
        help_text="公布的最后一天在次年的几月，只填数字：1 月填 1",
    )
    day = forms.IntegerField(
        label="日",
        min_value=1,
        max_value=31,
        help_text="最后一天是几日：1 月 20 日前公布就填 20，20 日当天公布不算逾期",
    )
    basis = forms.CharField(
        label="依据",
        max_length=200,
        help_text="确定日期的通知名称和文号，如“关于做好2024年度政府信息公开年报工作的通知（某政办〔2024〕3号）”",
    )

    def __init__(self, organs: list[tuple[int, str]], data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["agency"].choices = organs
