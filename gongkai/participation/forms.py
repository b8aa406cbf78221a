"""The shape of what officers type about consultations. Rules are in ``law`` and ``actions``."""

from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.common.permissions import agencies_for
from gongkai.law.contribution_states import CHANNELS, HIDING
from gongkai.law.public_consultations import ANSWERS, KINDS
from gongkai.participation.actions.rules import MOST_OUTCOME_DAYS
from gongkai.participation.draft_paragraphs import paragraphs_of
from gongkai.participation.incoming import LONGEST, LONGEST_REASON, LONGEST_TYPED, Plan
from gongkai.participation.models import Comment, Consultation, ConsultationRules
from gongkai.participation.models.consultation import MOST_DAYS
from gongkai.publishing.actions.texts import LONGEST as LONGEST_OF_ITEM
from gongkai.publishing.models import Column, Item
from gongkai.publishing.queries import writable_columns

MOST_ITEMS = 200
TYPED = [(row.key, row.label) for row in CHANNELS if row.typed_in]


def day_field(label: str, **more: Any) -> forms.DateField:
    """A day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


def box(label: str, rows: int = 3, **more: Any) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class PlanForm(forms.Form):
    """What is asked, how long, by which ways."""

    kind = forms.ChoiceField(label="事项", choices=[(row.key, row.label) for row in KINDS])
    days = forms.IntegerField(
        label="期限（日）",
        min_value=1,
        max_value=MOST_DAYS,
        initial=30,
        help_text="自公布次日起数，到最后一日 24 时截止",
    )
    opens_on = day_field("开始日期", required=False, help_text="不填：草案公告发布时开始")
    short_reason = forms.CharField(
        label="缩短期限的说明",
        required=False,
        max_length=LONGEST_REASON,
        help_text="比规定的期限短时必填，公众看得到",
    )
    responsible = forms.CharField(label="承办单位", max_length=100)
    takes_web = forms.BooleanField(label="可以在网上提意见", required=False, initial=True)
    address = forms.CharField(label="来信地址", required=False, max_length=LONGEST["address"])
    mail = forms.EmailField(label="电子邮箱", required=False, max_length=LONGEST["mail"])
    phone = forms.CharField(label="电话", required=False, max_length=LONGEST["phone"])
    meetings = forms.CharField(
        label="座谈会等",
        required=False,
        max_length=LONGEST["meetings"],
        help_text="例：12 月 8 日 9:00 在镇政府二楼会议室召开座谈会",
    )
    show_comments = forms.BooleanField(
        label="公布结果以前，在网站上显示审核过的意见",
        required=False,
        help_text="不勾选的，公布结果以前只显示条数",
    )

    def plan(self) -> Plan:
        """What the action takes."""
        return Plan(**{name: self.cleaned_data[name] for name in Plan.__dataclass_fields__})


class NewForm(PlanForm):
    """A plan with its notice: a text in work, or a new one."""

    item = forms.ModelChoiceField(
        Item.objects.none(), label="草案公告", required=False, empty_label="另起草一条"
    )
    column = forms.ModelChoiceField(Column.objects.none(), label="栏目", required=False)
    title = forms.CharField(
        label="标题",
        required=False,
        max_length=LONGEST_OF_ITEM["title"],
        help_text="另起草的填写；例：关于公开征求《青石镇农贸市场管理办法（草案）》意见的公告",
    )
    field_order = ("item", "column", "title")

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        super().__init__(*args, **options)
        reach = agencies_for(person, "participation.handle")
        free = Item.objects.filter(
            agency__in=reach, published=None, source_type="", consultation=None
        )
        free = free.exclude(state__in=("withdrawn", "filed")).order_by("-changed_at")
        self.fields["item"].queryset = free if self.is_bound else free[:MOST_ITEMS]
        self.fields["column"].queryset = writable_columns(person)
        self.fields["column"].label_from_instance = lambda row: f"{row.agency.name}－{row.title}"

    def clean(self) -> dict[str, Any]:
        """Either a text in work, or a column and a title."""
        found = super().clean() or {}
        if not found.get("item") and not (found.get("column") and found.get("title")):
            self.add_error("item", "请选择草案公告，或者填写栏目和标题另起草一条")
        return found


class ChangeForm(PlanForm):
    """The plan as it stands, with the mark of what was seen."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ExtendForm(forms.Form):
    """Until when instead, and why."""

    until = day_field("新的最后一日")
    reason = box("理由", max_length=LONGEST_REASON, help_text="公众看得到")


class EndForm(forms.Form):
    """Why it ends now, or why nothing is decided."""

    reason = box("理由", max_length=LONGEST_REASON, help_text="公众看得到")


class TypedForm(forms.Form):
    """A comment that came by letter, by telephone or in a meeting."""

    channel = forms.ChoiceField(label="提出的方式", choices=TYPED)
    received_on = day_field("收到的日期")
    text = box("意见", 8, max_length=LONGEST_TYPED, help_text="照原文录入，不改写")
    paragraph = forms.TypedChoiceField(label="针对", coerce=int, empty_value=None, required=False)
    name = forms.CharField(
        label="姓名", required=False, max_length=LONGEST["name"], help_text="加密保存，不公开"
    )
    contact = forms.CharField(label="联系方式", required=False, max_length=LONGEST["contact"])
    scan = forms.FileField(
        label="原件", required=False, help_text="来信、会议记录的扫描件，加密保存，不公开"
    )
    late_reason = forms.CharField(
        label="截止后登记的原因",
        required=False,
        max_length=LONGEST_REASON,
        help_text="截止以后登记的必填；例：邮戳是截止日期以前的",
    )

    def __init__(self, *args: Any, consultation: Consultation, **options: Any) -> None:
        super().__init__(*args, **options)
        version = consultation.item.published
        rows = paragraphs_of(version.body) if version else ()
        choices = [("", "整个草案"), *((row.number, row.choice) for row in rows)]
        self.fields["paragraph"].choices = choices


class ShowForm(forms.Form):
    """The words that the public reads."""

    words = box(
        "给公众看的文字",
        8,
        max_length=LONGEST_TYPED,
        help_text="已经遮盖了找到的个人信息，请再看一遍姓名、住址等；原文另存，一字不动",
    )


class HideForm(forms.Form):
    """Why nobody outside reads it."""

    reason = forms.ChoiceField(
        label="不显示的原因",
        choices=[(row.key, row.label) for row in HIDING],
        widget=forms.RadioSelect,
        help_text="公众看得到各种原因有几条，看不到意见本身",
    )


class PointForm(forms.Form):
    """A point, the answer to it, and the comments that make it."""

    summary = box("意见归纳", 2, max_length=500)
    answer = forms.ChoiceField(label="答复", choices=[(row.key, row.label) for row in ANSWERS])
    reason = box(
        "说明",
        3,
        max_length=1000,
        required=False,
        help_text="不采纳、部分采纳、已有规定的，写明理由",
    )
    comments = forms.ModelMultipleChoiceField(
        Comment.objects.none(), label="对应的意见", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, consultation: Consultation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["comments"].queryset = consultation.comments.order_by("number")
        self.fields["comments"].label_from_instance = lambda row: (
            f"第 {row.number} 条：{_begins(row.text)}"
        )


def _begins(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


class DecisionForm(forms.Form):
    """The public item that is the decision."""

    item = forms.ModelChoiceField(Item.objects.none(), label="决定", empty_label="请选择")

    def __init__(self, *args: Any, consultation: Consultation, **options: Any) -> None:
        super().__init__(*args, **options)
        mine = (consultation.item_id, consultation.outcome_id)
        rows = Item.objects.filter(agency=consultation.agency_id, source_type="")
        rows = rows.exclude(published=None).exclude(pk__in=[pk for pk in mine if pk])
        rows = rows.order_by("-first_published_at")
        self.fields["item"].queryset = rows if self.is_bound else rows[:MOST_ITEMS]


class HearingForm(forms.Form):
    """When and where, and the items that announce and record it."""

    held_at = forms.DateTimeField(
        label="时间",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"),
    )
    place = forms.CharField(label="地点", max_length=200)
    selection = box(
        "听证参加人遴选办法",
        4,
        max_length=2000,
        required=False,
        help_text="需要遴选的填写，公众看得到",
    )
    notice = forms.ModelChoiceField(
        Item.objects.none(), label="听证公告", required=False, empty_label="还没有"
    )
    record = forms.ModelChoiceField(
        Item.objects.none(), label="听证笔录", required=False, empty_label="还没有"
    )

    def __init__(self, *args: Any, consultation: Consultation, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = Item.objects.filter(agency=consultation.agency_id, source_type="").order_by(
            "-changed_at"
        )
        for name in ("notice", "record"):
            self.fields[name].queryset = rows if self.is_bound else rows[:MOST_ITEMS]


class ParticipantForm(forms.Form):
    """Who takes part: what the list says, and, sealed, who it is."""

    shown_as = forms.CharField(
        label="名单上的称呼", max_length=60, help_text="公布的名单上写的，例：王某某"
    )
    speaks_for = forms.CharField(label="代表哪一方", max_length=100, help_text="例：市场周边居民")
    name = forms.CharField(
        label="姓名", required=False, max_length=LONGEST["name"], help_text="加密保存，不公开"
    )
    contact = forms.CharField(label="联系方式", required=False, max_length=LONGEST["contact"])


class DeliveryForm(forms.Form):
    """When the papers reached a participant."""

    delivered_on = day_field("材料送达日期")
    late_reason = forms.CharField(label="送达迟了的原因", required=False, max_length=LONGEST_REASON)


class RulesForm(forms.Form):
    """Within how many days the organ publishes outcomes."""

    outcome_days = forms.IntegerField(
        label="截止后几日内公布结果",
        required=False,
        min_value=1,
        max_value=MOST_OUTCOME_DAYS,
        help_text="不填：按一个月",
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @staticmethod
    def initial_of(rules: ConsultationRules | None) -> dict[str, Any]:
        """What the form shows of the rules."""
        return {
            "outcome_days": rules and rules.outcome_days,
            "seen_version": rules and rules.version,
        }
