"""The online form of a request, one short form a step: who asks, how to be reached, what is wanted, in which form.

Never asked: what the information is wanted for, and whether a fee is to be waived.
"""

import re
from typing import Any

from django import forms

from gongkai.casework.incoming import LONGEST, LONGEST_WANTED
from gongkai.casework.models.applicant import IDENTITY_TYPES
from gongkai.common import sms
from gongkai.law.applicants import APPLICANT_KINDS
from gongkai.law.request_forms import wishes
from gongkai.paperwork.personal_data.checks import is_credit_code, is_resident_id

ACCEPT = "image/jpeg,image/png,image/webp,application/pdf"
FILE_HINT = "照片或者 PDF，不超过 10 MB；手边没有的可以不传，收到申请后工作人员会告诉您怎样补"
PAPERS = tuple(row for row in IDENTITY_TYPES if row[0] not in {"credit_code", "not_given"})
CITIZEN = "公民（个人）"
KINDS = (
    ("natural_person", CITIZEN),
    (
        "法人或者其他组织",
        tuple((row.key, f"{row.label}（{row.examples}）") for row in APPLICANT_KINDS if not row.natural),
    ),
)  # fmt: skip
PHONE = re.compile(r"(?=(?:[^0-9０-９]*[0-9０-９]){7})[0-9０-９+＋（）() \-－—转]{7,30}")
"""At least seven digits: a number shorter than a town's telephone reaches nobody."""
_NOT_18 = "号码不对：居民身份证号码是 18 位，您填了 {} 位，请对照证件再看一遍"
_WRONG_DIGIT = "号码不对：位数是对的，但是有一位或者几位填错了，请对照证件一位一位再看一遍"


def line(label: str, *, hint: str = "", needed: bool = True, **attributes: str) -> forms.CharField:
    """A short text on one line."""
    return forms.CharField(
        label=label,
        required=needed,
        max_length=LONGEST,
        help_text=hint,
        widget=forms.TextInput(attrs=attributes),
    )


def scan(label: str) -> forms.FileField:
    """A photograph or a scan."""
    widget = forms.FileInput(attrs={"accept": ACCEPT})
    return forms.FileField(
        label=label, required=False, max_length=255, help_text=FILE_HINT, widget=widget
    )


def one_of(label: str, choices: Any, hint: str = "") -> forms.ChoiceField:
    """A choice with every answer in sight."""
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, help_text=hint)


class StepForm(forms.Form):
    """One step. ``known`` is what the other steps hold."""

    def __init__(self, *args: Any, known: dict[str, dict[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.known = known


class KindForm(StepForm):
    """Who asks: decides which fields follow."""

    kind = one_of(
        "谁要申请",
        KINDS,
        "以个人名义申请的选“公民”；以单位名义申请的选单位的类别，拿不准的选最接近的",
    )
    by_agent = one_of("谁在填写", (("no", "申请人自己（单位申请的：本单位的人）"), ("yes", "受申请人委托，代为申请")))  # fmt: skip


class AgentForm(StepForm):
    """The fields of an agent, taken away where the applicant acts alone."""

    agent_name = line("代理人的姓名", autocomplete="off")
    agent_identity_number = line("代理人的证件号码", autocomplete="off")
    agent_phone = line("代理人的电话", inputmode="tel", autocomplete="off")
    authorisation_file = scan("授权委托书")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.known.get("kind", {}).get("by_agent") != "yes":
            for name in AgentForm.base_fields:
                del self.fields[name]


class PersonForm(AgentForm):
    """A citizen."""

    name = line("姓名", hint="和证件上的一样", autocomplete="name")
    identity_type = one_of("证件种类", PAPERS)
    identity_number = line("证件号码", autocomplete="off", autocapitalize="characters")
    identity_file = scan("证件的照片")
    field_order = ("name", "identity_type", "identity_number", "identity_file")

    def clean(self) -> dict[str, Any]:
        """The number of a resident card must be one."""
        found = super().clean() or {}
        number = "".join(found.get("identity_number", "").split()).upper()
        if number and found.get("identity_type") == "resident_card":
            if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
                self.add_error("identity_number", _NOT_18.format(len(number)))
            elif not is_resident_id(number):
                self.add_error("identity_number", _WRONG_DIGIT)
            found["identity_number"] = number
        return found


class OrganizationForm(AgentForm):
    """A legal person or another organization."""

    name = line("单位名称", hint="和登记证照上的一样", autocomplete="organization")
    identity_number = line(
        "统一社会信用代码",
        hint="18 位，在营业执照或者登记证书上",
        autocomplete="off",
        autocapitalize="characters",
    )
    identity_file = scan("营业执照或者登记证书")
    legal_representative = line("法定代表人或者负责人", needed=False)
    contact_person = line("联系人", hint="我们有事找谁")
    field_order = ("name", "identity_number", "identity_file")

    def clean_identity_number(self) -> str:
        """A credit code with its check digit."""
        number = "".join(self.cleaned_data["identity_number"].split()).upper()
        if not re.fullmatch(r"[0-9A-Z]{18}", number) or not is_credit_code(number):
            raise forms.ValidationError("代码不对：统一社会信用代码是 18 位，请对照证照再看一遍")
        return number


class ContactForm(StepForm):
    """How to reach the applicant; one way is enough."""

    phone = line(
        "电话", hint="手机或者座机（带区号）", needed=False, inputmode="tel", autocomplete="tel"
    )
    address = line(
        "通信地址", hint="答复要寄给您的，请写清楚", needed=False, autocomplete="street-address"
    )
    postcode = line("邮政编码", needed=False, inputmode="numeric", autocomplete="postal-code")
    mail = forms.EmailField(label="电子邮箱", required=False, max_length=LONGEST)
    tell_by_sms = forms.BooleanField(
        label="有新进展时，发短信告诉我",
        required=False,
        help_text="发到上面的手机号码。短信里只有申请编号和到哪里看，没有姓名和申请的内容",
    )
    tell_by_mail = forms.BooleanField(label="有新进展时，发电子邮件告诉我", required=False)
    needs_help = forms.BooleanField(
        label="阅读有困难，或者看不清、听不清，希望得到帮助",
        required=False,
        help_text="勾选以后，工作人员会和您商量怎样方便，例如用大字、读给您听",
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if not sms.offered():
            del self.fields["tell_by_sms"]

    def clean_phone(self) -> str:
        """A number that can be dialled."""
        phone: str = self.cleaned_data["phone"]
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError("请填写电话号码，例如 13912345678 或者 0527-1234567")
        return phone

    def clean(self) -> dict[str, Any]:
        """One way at least."""
        found = super().clean() or {}
        if not self.errors and not any(found.get(name) for name in ("phone", "address", "mail")):
            self.add_error("phone", "电话、通信地址、电子邮箱至少填一样，我们要和您确认收到申请")
        if found.get("tell_by_sms") and not sms.mobile(found.get("phone", "")):
            self.add_error("tell_by_sms", "要发短信，请在上面填写手机号码")
        if found.get("tell_by_mail") and not found.get("mail"):
            self.add_error("tell_by_mail", "要发电子邮件，请在上面填写电子邮箱")
        return found


class WantedForm(StepForm):
    """What is wanted."""

    title = line("要什么信息", hint="一句话写出名称或者文号，例如：2025年东街改造征地补偿方案")
    wanted = forms.CharField(
        label="说得具体一些",
        max_length=LONGEST_WANTED,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="写哪一年、什么地方、什么事、哪个单位发的，写能帮助查找的就行；不用写用途。一份申请写一件事，还有别的事，提交以后可以接着再申请一件",
    )


class WayForm(StepForm):
    """In which form the information is wanted, and how it is to come."""

    form = one_of("要什么形式", [(row.key, row.label) for row in wishes("form")])
    route = one_of("怎样给您", [(row.key, row.label) for row in wishes("route")])

    def clean_route(self) -> str:
        """Post needs an address, mail a mailbox."""
        route: str = self.cleaned_data["route"]
        contact = self.known.get("contact", {})
        if route == "by_post" and not contact.get("address"):
            raise forms.ValidationError("要邮寄的，请先在“联系方式”里填写通信地址")
        if route == "by_mail" and not contact.get("mail"):
            raise forms.ValidationError("要用电子邮件的，请先在“联系方式”里填写电子邮箱")
        return route
