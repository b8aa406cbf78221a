"""The facts of a text as a form: a few that every document has, and the rest folded away until they are needed."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from gongkai.agencies.models import Agency, Department
from gongkai.common.quoting import quoting
from gongkai.law.attributes import ATTRIBUTES, GROUNDS, attribute
from gongkai.law.catalogue import GENERAL_LIMIT, SPECIAL_LIMITS, items_of
from gongkai.law.genres import genres_on
from gongkai.law.rule_kinds import rule_kind, rule_kinds_on
from gongkai.law.themes import themes_on
from gongkai.publishing.facts import NAMES, Facts
from gongkai.publishing.models.facts import ORIGINS

EMPTY = ("", "——")


def day_field(label: str, help_text: str = "") -> forms.DateField:
    """A day, typed or chosen."""
    return forms.DateField(
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def _rule_kinds(agency: Agency, today: date, kept: str) -> list[tuple[str, str]]:
    """The kinds that the organ can make, and the one that stands there already."""
    found = {row.key: row.label for row in rule_kinds_on(today, agency.kind)}  # type: ignore[arg-type]  # the kinds are the model's choices
    if kept:
        found.setdefault(kept, rule_kind(kept).label)  # type: ignore[arg-type]
    return list(found.items())


class FactsFields(forms.Form):
    """The fields; the choices are those of the organ and the day."""

    made_on = day_field(
        "成文（形成）日期", quoting("公开期限从这一天起算（{publish}），例：2026-03-05")
    )
    changed_on = day_field(
        "变更日期", "修订已经公开的信息时填：内容是哪一天变的，期限从那一天重新起算"
    )
    limit_key = forms.ChoiceField(
        label="属于另有公开期限的信息",
        required=False,
        help_text=f"不选就按{GENERAL_LIMIT.cite}，{GENERAL_LIMIT.length}",
    )
    counted_from = day_field("该期限的起算日", "批准、批复、签订之日；不填就从成文日期起算")
    old_site_day = day_field(
        "在旧网站公开的日期", "迁入的信息当时在旧网站公开的日子；与网页、截图等对得上才写"
    )
    offline_on = day_field(
        "公示到哪一天", "含个人信息的名单公示期满即撤下：第二天自动从网站撤下，原网址显示“公示期满”"
    )
    stays_by = forms.CharField(
        label="长期公开的依据",
        required=False,
        max_length=200,
        help_text="法律、法规要求长期公开的名单才填，写明条文；与“公示到哪一天”只填一个",
    )
    genre = forms.ChoiceField(label="体裁", required=False)
    rule_kind = forms.ChoiceField(
        label="文件性质",
        required=False,
        help_text=quoting("年报表二按它统计制发、废止和现行有效的件数（{count_documents}）"),
    )
    theme = forms.ChoiceField(label="主题分类", required=False)
    attribute = forms.ChoiceField(
        label="公开属性",
        required=False,
        choices=[(row.key, row.label) for row in ATTRIBUTES],
        widget=forms.RadioSelect,
        help_text=quoting("在起草时就定下来（{decide_attribute}）"),
    )
    attribute_ground = forms.ChoiceField(
        label="不主动公开的依据",
        required=False,
        choices=[
            EMPTY,
            *(
                (row.key, f"{attribute(row.attribute).label}：{row.label}（{row.cite}）")
                for row in GROUNDS
            ),
        ],
    )
    attribute_reason = forms.CharField(
        label="不主动公开的理由",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reassess_on = day_field(
        "下次评估的日期", quoting("不公开的信息要定期评估能不能公开（{reassess}）")
    )
    department = forms.ModelChoiceField(
        Department.objects.none(), label="来源部门", required=False, empty_label="——"
    )
    effective_on = day_field("施行日期")
    ends_on = day_field("有效期至", "到期后网站自动标为“已失效”")
    origin = forms.ChoiceField(
        label="怎样得来", required=False, choices=ORIGINS, widget=forms.RadioSelect
    )
    obtained_from = forms.CharField(label="从哪里获取", required=False, max_length=100)
    joint_organs = forms.CharField(
        label="联合制作的机关",
        required=False,
        help_text=quoting("一行一个；由牵头的机关负责公开（{joint_information}）"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    lead = forms.BooleanField(label="由本机关牵头", required=False)
    catalogue_keys = forms.MultipleChoiceField(
        label="法定主动公开事项", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, agency: Agency, today: date, old_site: str = "", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        fields = self.fields
        if not old_site:
            del fields["old_site_day"]  # what was written here was on no other site
        fields["genre"].choices = [EMPTY, *((row.key, row.label) for row in genres_on(today))]
        fields["rule_kind"].choices = [
            EMPTY,
            *_rule_kinds(agency, today, self.initial.get("rule_kind", "")),
        ]
        fields["theme"].choices = [EMPTY, *((row.key, row.label) for row in themes_on(today))]
        fields["catalogue_keys"].choices = [
            (row.key, f"{row.label}（{row.cite}）")
            for row in items_of(agency.kind, today)  # type: ignore[arg-type]  # the kinds are the model's choices
        ]
        fields["limit_key"].choices = [
            EMPTY,
            *((row.key, row.rule) for row in SPECIAL_LIMITS if row.act == "publish"),
        ]
        open_ones = Q(until=None) | Q(until__gte=today)
        fields["department"].queryset = agency.departments.filter(open_ones)
        fields["department"].label_from_instance = lambda row: row.name

    @staticmethod
    def initial_of_facts(facts: Facts) -> dict[str, Any]:
        """What the form shows of facts."""
        shown = {name: getattr(facts, name) for name in NAMES}
        shown["joint_organs"] = "\n".join(facts.joint_organs)
        shown["catalogue_keys"] = list(facts.catalogue_keys)
        shown["department"] = shown.pop("department_id")
        return shown

    def facts(self, before: Facts) -> Facts:
        """What was typed; what the page did not ask for stays as it was."""
        if "attribute" not in self.data:
            return before
        typed = {name: self.cleaned_data[name] for name in NAMES if name in self.cleaned_data}
        department = self.cleaned_data["department"]
        return replace(
            before,
            **typed
            | {
                "origin": typed["origin"] or before.origin,
                "attribute": typed["attribute"] or before.attribute,
                "joint_organs": tuple(typed["joint_organs"].splitlines()),
                "catalogue_keys": tuple(typed["catalogue_keys"]),
                "department_id": department.pk if department else None,
            },
        )
