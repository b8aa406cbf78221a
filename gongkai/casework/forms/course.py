"""What is typed in the course of a request: receipt, clarification, extension, opinions, service, withdrawal."""

from collections.abc import Mapping
from typing import Any

from django import forms

from gongkai.casework.forms.fields import ActForm, SendingForm, day_field, proof_field, text_field
from gongkai.casework.forms.wording import WordedForm, line_field, of_consultation, of_notice
from gongkai.casework.letters.of_notice import REASONS_DAYS, UNCLEAR
from gongkai.casework.letters.of_others import CONCERN
from gongkai.casework.models import Letter
from gongkai.law.periods import workdays_of

MOST_DAYS = 60


class ConfirmForm(ActForm):
    """与申请人确认收到"""

    confirmed_on = day_field("与申请人确认的日期")
    how = forms.CharField(
        label="怎样确认的", max_length=200, help_text="例：拨打申请人留的电话，本人确认"
    )
    DAYS = ("confirmed_on",)


class ClarificationForm(WordedForm, SendingForm):
    """补正告知"""

    items = text_field(
        "需要补正的事项",
        max_length=4000,
        help_text="一次写全，只能告知一次。例：请写明所需合同的年份和项目名称",
    )
    days = forms.IntegerField(
        label="给申请人的补正期限（工作日）", min_value=1, max_value=MOST_DAYS, initial=10
    )
    clarification_reason = line_field("需要补正的原因", initial=UNCLEAR, required=False)
    FACTS = ("clarification_reason",)
    field_order = ("clarification_reason", "items", "days", *SendingForm.SENDING, "body")

    def letter(self, said: Mapping[str, Any]) -> Letter:
        """补正告知书"""
        words, days = said.get("items") or "", said.get("days")
        return of_notice(self.subject, "clarification", said, self.today, words=words, days=days)


class CorrectionForm(ActForm):
    """收到补正"""

    received_on = day_field("收到补正的日期")
    words = text_field("申请人补正的内容", max_length=20_000)
    title = forms.CharField(
        label="所需信息改为", max_length=200, required=False, help_text="没有变的空着"
    )
    wanted = text_field("内容描述改为", max_length=20_000, required=False, help_text="没有变的空着")
    DAYS = ("received_on",)


class ExtensionForm(ActForm):
    """提请延期"""

    days = forms.IntegerField(label="延长几个工作日", min_value=1, max_value=MOST_DAYS)
    reason = text_field("理由", max_length=4000, help_text="例：需要到档案馆调取原件，件数较多")

    def prepare(self) -> None:
        """Begin with the most that the law allows."""
        self.fields["days"].initial = workdays_of("extend", self.today)


class AgreeForm(ActForm):
    """同意"""


class RefuseForm(ActForm):
    """说明理由"""

    reason = text_field("理由", min_length=2, max_length=500)


class PartyForm(WordedForm, ActForm):
    """征求第三方意见"""

    name = forms.CharField(label="第三方的姓名或者名称", max_length=100)
    contact = forms.CharField(label="联系方式", max_length=200, required=False)
    about = text_field(
        "征求意见的内容",
        max_length=4000,
        help_text="写明是哪些信息。例：《东街改造施工合同》中贵公司的报价和结算单价",
    )
    concern = line_field(
        "可能损害的合法权益", initial=CONCERN, required=False, help_text="例：商业秘密"
    )
    FACTS = ("concern",)
    field_order = ("name", "contact", "about", "concern", "body")

    def letter(self, said: Mapping[str, Any]) -> Letter:
        """第三方意见征询书"""
        kind = "third_party_consultation"
        return of_consultation(self.subject, "third_party", kind, said, self.today)


class OrganForm(WordedForm, ActForm):
    """征求其他机关的意见"""

    family = forms.ChoiceField(
        label="征求谁的意见",
        choices=(("joint_organ", "共同制作机关"), ("other_organ", "其他机关")),
        widget=forms.RadioSelect,
        initial="joint_organ",
    )
    name = forms.CharField(label="机关名称", max_length=80)
    about = text_field("征求意见的内容", max_length=4000, help_text="写明是哪些信息")
    answer_by = day_field(
        "请对方哪一天前反馈",
        required=False,
        help_text="只用于其他机关；空着的，与共同制作机关的期限一样长",
    )
    FACTS = ("answer_by",)
    field_order = ("family", "name", "about", "answer_by")
    body = None

    def letter(self, said: Mapping[str, Any]) -> Letter:
        """征求意见函"""
        family = said.get("family") or "joint_organ"
        kind = f"{family}_consultation"
        return of_consultation(self.subject, family, kind, said, self.today)


class ArrivedForm(ActForm):
    """对方收到"""

    received_on = day_field("对方收到征求意见书的日期")
    DAYS = ("received_on",)


class OpinionForm(ActForm):
    """对方的意见"""

    answered_on = day_field("收到意见的日期")
    agrees = forms.TypedChoiceField(
        label="意见",
        choices=(("yes", "同意公开"), ("no", "不同意公开")),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reasons = text_field(
        "对方说明的理由",
        max_length=4000,
        required=False,
        help_text="第三方不同意而没有说明理由的，由本机关决定是否公开",
    )
    DAYS = ("answered_on",)


class SignedForForm(ActForm):
    """登记签收"""

    received_on = day_field("签收日期")
    proof_words = forms.CharField(label="凭证说明", max_length=300, required=False)
    proof = proof_field()
    DAYS = ("received_on",)


class FailedForm(ActForm):
    """没有送达"""

    failed_on = day_field("退回、没有送达的日期")
    failure = forms.CharField(
        label="没有送达的原因", max_length=300, help_text="例：地址无人，邮件退回"
    )
    DAYS = ("failed_on",)


class WithdrawForm(ActForm):
    """申请人撤回"""

    withdrawn_on = day_field("撤回的日期")
    reason = text_field(
        "申请人怎样表示撤回的", max_length=500, help_text="例：当面提交书面撤回申请，已存入材料"
    )
    DAYS = ("withdrawn_on",)


class AskReasonsForm(WordedForm, SendingForm):
    """要求说明理由"""

    words = text_field(
        "申请数量、频次的情况",
        max_length=4000,
        help_text="例：你自2026年9月1日至10月12日向本机关提出47件政府信息公开申请",
    )
    reasons_days = forms.IntegerField(
        label="给申请人说明理由的期限（工作日）",
        min_value=1,
        max_value=MOST_DAYS,
        required=False,
        initial=REASONS_DAYS,
        help_text="《条例》没有规定，由本机关确定",
    )
    FACTS = ("reasons_days",)
    field_order = ("words", "reasons_days", *SendingForm.SENDING, "body")

    def letter(self, said: Mapping[str, Any]) -> Letter:
        """说明理由告知书"""
        return of_notice(self.subject, "reasons", said, self.today, words=said.get("words") or "")


class ReasonsForm(ActForm):
    """收到理由"""

    received_on = day_field("收到理由的日期")
    words = text_field("申请人说明的理由", max_length=20_000)
    DAYS = ("received_on",)


class DelayForm(ActForm):
    """提请延迟答复"""

    until = day_field("延迟到哪一天")
    reason = text_field("理由", max_length=4000)


class FeeForm(ActForm):
    """提请收费"""

    ground = text_field("收费的理由", max_length=4000)
    pages = forms.IntegerField(
        label="按量计收的页数",
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text="按件计收的空着；按件和按量只能选一种",
    )


class PaymentForm(ActForm):
    """登记缴费"""

    paid_on = day_field("缴费日期")
    yuan = forms.IntegerField(label="金额（元）", min_value=1, max_value=10_000_000)
    receipt_number = forms.CharField(label="票据号", max_length=60, required=False)
    DAYS = ("paid_on",)
