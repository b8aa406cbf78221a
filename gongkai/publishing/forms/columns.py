"""What is typed about an organ's columns, and into which column an item goes."""

from typing import Any

from django import forms

from gongkai.agencies.models import Agency, Department
from gongkai.publishing.actions.columns import HOLDERS, LONGEST_TITLE, MOST_DAYS
from gongkai.publishing.column_tree import REQUIRED, below
from gongkai.publishing.models import Column, Item


class ColumnForm(forms.Form):
    """A column's name, whose it is, its rhythm and what it asks for."""

    title = forms.CharField(label="栏目名称", max_length=LONGEST_TITLE, help_text="例：惠民补贴")
    department = forms.ModelChoiceField(
        Department.objects.none(),
        label="负责的部门",
        required=False,
        empty_label="全机关",
        help_text="到期没更新，进这个部门经办人的待办",
    )
    rhythm_days = forms.IntegerField(
        label="最长几日更新一次",
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        help_text="不填就不催；例：动态类 14，通知公告、政策文件类 180，统计数据 90",
    )
    required = forms.MultipleChoiceField(
        label="这个栏目的信息必须填写",
        required=False,
        choices=list(REQUIRED.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, agency: Agency, fixed: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["department"].queryset = agency.departments.filter(until=None)
        self.fields["department"].label_from_instance = lambda row: row.name
        if fixed:
            del self.fields["title"]


class MoveColumnForm(forms.Form):
    """Below which column, and at which place."""

    parent = forms.ModelChoiceField(Column.objects.none(), label="放在哪个栏目下面")
    order = forms.IntegerField(
        label="第几个", min_value=0, max_value=999, help_text="数小的在前；例：1"
    )

    def __init__(self, *args: Any, column: Column, **options: Any) -> None:
        super().__init__(*args, **options)
        inside = {each.pk for each in below(column)}
        rows = Column.objects.filter(agency=column.agency_id, closed_on=None)
        fit = [
            row.pk
            for row in rows
            if row.national == column.national and row.national in HOLDERS and row.pk not in inside
        ]
        self.fields["parent"].queryset = rows.filter(pk__in=fit)


class MoveItemForm(forms.Form):
    """The column that an item goes to."""

    column = forms.ModelChoiceField(Column.objects.none(), label="换到哪个栏目")

    def __init__(self, *args: Any, item: Item, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = Column.objects.filter(agency=item.agency_id, closed_on=None)
        self.fields["column"].queryset = rows.exclude(key="reports", fixed=True)
