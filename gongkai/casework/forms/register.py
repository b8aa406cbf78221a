"""What is typed when a request comes in: who, what, by which channel, on which days."""

from datetime import date
from typing import Any

from django import forms

from gongkai.agencies.models import Agency
from gongkai.casework.forms.fields import day_field, text_field
from gongkai.casework.incoming import LONGEST, Dates, Request, Who
from gongkai.casework.models.applicant import IDENTITY_TYPES, USES
from gongkai.casework.models.case import (
    APPLICANT_CHOICES,
    FORM_CHOICES,
    KINDS,
    ROUTE_CHOICES,
)
from gongkai.law.receipt import CHANNELS

NOBODY = (("", "没有说明"),)
_WHO = tuple(name for name in Who.__dataclass_fields__ if name != "kind")


def _short(label: str, *, required: bool = False, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=LONGEST, **said)


class RegisterForm(forms.Form):
    """One request. Which of the days decides is the law's to say, by the channel."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="登记到哪个机关", empty_label="请选择"
    )
    channel = forms.ChoiceField(
        label="从哪个渠道来的",
        widget=forms.RadioSelect,
        choices=[(row.channel, f"{row.label}：{row.rule}（{row.cite}）") for row in CHANNELS],
    )
    oral = forms.BooleanField(
        label="当面口头提出，由我代为填写",
        required=False,
        help_text="读给申请人听，请其确认、签字，签过字的扫描存入材料",
    )
    day = day_field(
        "提交、签收或者到达的日期",
        help_text="当面提交的填提交之日，签收的邮件填签收之日，其他的填到达之日",
    )
    confirmed = day_field(
        "与申请人确认收到的日期",
        required=False,
        help_text="平信、传真、网上来的才填；还没有确认的空着，登记以后再确认",
    )
    how = _short("怎样确认的", help_text="例：拨打申请人留的电话，本人确认")
    request_kind = forms.ChoiceField(label="申请什么", choices=KINDS, initial="disclosure")
    title = _short(
        "所需信息的名称或者概括", required=True, help_text="例：2025 年东街改造征地补偿方案"
    )
    wanted = text_field(
        "内容描述", max_length=20_000, help_text="照申请书录入：名称、文号或者其他特征"
    )
    wanted_form = forms.ChoiceField(
        label="要求的形式", choices=(*NOBODY, *FORM_CHOICES), required=False
    )
    wanted_route = forms.ChoiceField(
        label="获取的途径", choices=(*NOBODY, *ROUTE_CHOICES), required=False
    )
    kind = forms.ChoiceField(label="申请人种类", choices=APPLICANT_CHOICES)
    name = _short("姓名或者名称", required=True)
    identity_type = forms.ChoiceField(
        label="证件种类", choices=IDENTITY_TYPES, initial="resident_card"
    )
    identity_number = _short("证件号码")
    phone = _short("联系电话", help_text="电话、地址、电子邮箱至少填一种")
    address = _short("通信地址")
    postcode = _short("邮政编码")
    mail = forms.EmailField(label="电子邮箱", required=False, max_length=LONGEST)
    legal_representative = _short("法定代表人", help_text="单位申请的填写")
    contact_person = _short("联系人", help_text="单位申请的填写")
    agent_name = _short("代理人姓名", help_text="由别人代为申请的填写，授权委托书存入材料")
    agent_identity_number = _short("代理人证件号码")
    agent_phone = _short("代理人电话")
    needs_help = forms.BooleanField(label="阅读困难或者视听障碍，需要帮助", required=False)
    tell_by_sms = forms.BooleanField(
        label="申请人愿意用短信知道进展",
        required=False,
        help_text="发到上面的手机号码；短信里只有编号，没有姓名和内容",
    )
    tell_by_mail = forms.BooleanField(label="申请人愿意用电子邮件知道进展", required=False)
    scan = forms.FileField(
        label="申请书（扫描件）",
        required=False,
        help_text="PDF 或者图片；身份证明等其他材料登记以后再加",
    )

    def __init__(self, *args: Any, organs: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["agency"].queryset = organs
        self.fields["day"].initial = today
        if len(organs) == 1:
            self.fields["agency"].initial = organs[0].pk
            self.fields["agency"].widget = forms.HiddenInput()

    def request(self) -> Request:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        channel, day = said["channel"], said["day"]
        dates = Dates(
            submitted=day if channel == "counter" else None,
            arrived=day,
            signed=day if channel == "signed_post" else None,
            confirmed=said["confirmed"],
            how=said["how"],
        )
        who = Who(kind=said["kind"], **{name: said[name] for name in _WHO})
        return Request(
            channel,
            who,
            dates,
            said["title"],
            said["wanted"],
            said["request_kind"],
            said["wanted_form"],
            said["wanted_route"],
            oral=said["oral"],
        )


class PaperForm(forms.Form):
    """A file for the file of a case."""

    file = forms.FileField(label="文件", help_text="Word、Excel、PDF、图片等，一个最大 50 MB")
    use = forms.ChoiceField(label="用途", choices=[row for row in USES if row[0] != "letter"])
    title = forms.CharField(
        label="名称", required=False, max_length=120, help_text="不填就用文件名"
    )
