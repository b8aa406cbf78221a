"""办件规则: what an organ decides itself about its casework where the law leaves it open."""

import re
from typing import Any

from django import forms

from gongkai.casework.actions.ruling import LONGEST_REMINDER, MOST_REMINDERS
from gongkai.casework.forms.fields import ActForm
from gongkai.casework.models import CaseRules
from gongkai.casework.models.rules import (
    COUNTED_BY,
    MOST_DOWNLOAD_DAYS,
    MOST_DRAFT_DAYS,
    MOST_KEPT_MONTHS,
)
from gongkai.law.case_reminders import reminders


class RulesForm(ActForm):
    """``subject`` is the organ's row of rules, a fresh one where it set none."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    number_pattern = forms.CharField(
        label="编号的写法",
        max_length=80,
        help_text="{year} 是年份，{serial} 是当年的序号，都要有；{organ} 是本机关的简称，可以不写。已经给出的编号不变",
    )
    reminder_days = forms.CharField(
        label="最后一日以前几个工作日提醒", required=False, max_length=60
    )
    remedies_counted = forms.ChoiceField(
        label="年度报告表四怎样计年",
        choices=COUNTED_BY,
        help_text="各地口径不一；改了以后，还没有定稿的年度报告照新的口径计",
    )
    draft_days = forms.IntegerField(
        label="网上没有提交的草稿保存几天", min_value=1, max_value=MOST_DRAFT_DAYS
    )
    download_days = forms.IntegerField(
        label="网上送达的文件可以下载几天",
        min_value=1,
        max_value=MOST_DOWNLOAD_DAYS,
        help_text="从发出之日算起；改了以后，已经发出的不变。例：30",
    )
    kept_months = forms.IntegerField(
        label="办结以后保存申请人的信息几个月",
        min_value=1,
        max_value=MOST_KEPT_MONTHS,
        required=False,
        help_text="到期的列出来，由签发人决定是否销毁，不自动销毁；不填就不提醒。例：24",
    )

    def prepare(self) -> None:
        """Begin with what holds now."""
        rules: CaseRules = self.subject
        usual = "、".join(map(str, reminders(self.today)))
        self.fields[
            "reminder_days"
        ].help_text = f"用顿号或者空格分开，最多 {MOST_REMINDERS} 次，0 至 {LONGEST_REMINDER}；不填就是 {usual}"
        names = (
            "number_pattern",
            "remedies_counted",
            "draft_days",
            "download_days",
            "kept_months",
        )
        self.initial |= {name: getattr(rules, name) for name in names}
        self.initial["reminder_days"] = "、".join(map(str, rules.reminder_days))
        self.initial["seen_version"] = rules.version if rules.pk else None

    def clean_reminder_days(self) -> list[int]:
        """The numbers of what was typed."""
        typed = self.cleaned_data["reminder_days"]
        if re.search(r"[^0-9、，,；;\s]", typed):
            raise forms.ValidationError("只写数字，用顿号或者空格分开，例：7、3、1")
        return [int(number) for number in re.findall(r"[0-9]+", typed)]

    def defaults(self) -> dict[str, Any]:
        """What holds now."""
        return dict(self.initial)
