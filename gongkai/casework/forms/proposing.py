"""What a draft begins with that makes the information of a reply public for everybody; and what requests are looked at for it."""

from datetime import date
from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.casework.actions.proposing import WHY
from gongkai.casework.forms.fields import ActForm
from gongkai.common.permissions import agencies_for
from gongkai.law.duties import duty
from gongkai.law.periods import months_later
from gongkai.paperwork.personal_data import mask
from gongkai.publishing.actions.texts import LONGEST
from gongkai.publishing.models import Column
from gongkai.publishing.queries import writable_columns


class ProposeForm(ActForm):
    """提出转为主动公开. ``person`` drafts it."""

    column = forms.ModelChoiceField(Column.objects.none(), label="栏目", empty_label="请选择")
    title = forms.CharField(
        label="标题",
        max_length=LONGEST["title"],
        help_text="不能有申请人的姓名、住址；照文件的名称写，例：2025年东街改造征地补偿方案",
    )
    why = forms.ChoiceField(label="理由", widget=forms.RadioSelect)
    field_order = ("title", "column", "why")

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        self.person = person
        super().__init__(*args, **options)

    def prepare(self) -> None:
        """The organ's columns in which the person may draft; the reasons with their articles."""
        mine = writable_columns(self.person).filter(agency=self.subject.agency_id)
        self.fields["column"].queryset = mine
        self.fields["column"].label_from_instance = lambda row: row.title
        rows = [duty(key, self.today) for key in WHY]
        self.fields["why"].choices = [(row.key, f"{row.title}（{row.cite}）") for row in rows]
        self.fields["title"].initial = mask(self.subject.title)


class OftenForm(forms.Form):
    """Of which organ, and of which time."""

    organ = forms.ModelChoiceField(
        Agency.objects.none(), label="机关", required=False, empty_label=None
    )
    year = forms.ChoiceField(label="哪一段时间", required=False)

    def __init__(self, *args: Any, person: User, years: list[int], **options: Any) -> None:
        super().__init__(*args, label_suffix="", **options)
        reach = agencies_for(person, "casework.view")
        self.fields["organ"].queryset = Agency.objects.filter(pk__in=reach).order_by("code")
        self.fields["organ"].label_from_instance = lambda row: row.name
        rows = [(str(year), f"{year}年") for year in years]
        self.fields["year"].choices = [("", "近十二个月"), *rows]

    def agency(self) -> Agency:
        """The organ; the first within reach where none that fits was chosen."""
        said = self.cleaned_data if self.is_valid() else {}
        return said.get("organ") or self.fields["organ"].queryset[0]

    def period(self, today: date) -> tuple[date, date]:
        """The first and the last day: of the year, or of the last twelve months."""
        year = self.cleaned_data.get("year") if self.is_valid() else ""
        if not year:
            return months_later(today, -12), today
        return date(int(year), 1, 1), date(int(year), 12, 31)
