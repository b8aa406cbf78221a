"""Shapes of the input about organs. Each organ form carries the version that the person saw."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from gongkai.agencies.actions.contact import CONTACT_FIELDS
from gongkai.agencies.actions.identity import IDENTITY_FIELDS
from gongkai.agencies.actions.letter_facts import LETTER_FIELDS
from gongkai.agencies.models import Agency, ContactPage, LetterFacts, SiteIdentity
from gongkai.common.permissions import agencies_for
from gongkai.law.catalogue import ORGAN_LABELS
from gongkai.paperwork.personal_data.checks import is_credit_code

CODE = RegexValidator(r"^[0-9A-Za-z-]{1,64}$", "只用字母、数字和短横线")
REGION = RegexValidator(r"^[0-9]{6}([0-9]{3}([0-9]{3})?)?$", "行政区划代码是 6、9 或者 12 位数字")
KINDS = tuple(ORGAN_LABELS.items())


def check_credit_code(value: str) -> None:
    """A unified social credit code has a check character."""
    if not is_credit_code(value):
        raise forms.ValidationError("统一社会信用代码不正确：应为 18 位，最后一位是校验码")


def day_field(label: str, **said: Any) -> forms.DateField:
    """A day, picked from a calendar where the browser has one."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **said)


class OrganForm(forms.Form):
    """A form about one organ: ``agency`` is the organ, ``actor`` who fills it in."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, agency: Agency, actor: Any, **said: Any) -> None:
        said["initial"] = {"seen_version": agency.version, **self.present(agency)}
        super().__init__(*args, **said)
        self.agency, self.actor = agency, actor
        self.prepare()

    def present(self, agency: Agency) -> dict[str, Any]:
        """What stands now of the facts that the form changes."""
        return {name: getattr(agency, name) for name in self.base_fields if hasattr(agency, name)}

    def prepare(self) -> None:
        """Narrow choices to the person's reach."""

    def reach(self, act: str = "agencies.edit") -> Any:
        """The organs in use that the person administers."""
        return Agency.objects.filter(pk__in=agencies_for(self.actor, act), until=None)


class RenameForm(OrganForm):
    """A name from a day on."""

    name = forms.CharField(label="新名称", max_length=100)
    short_name = forms.CharField(label="新简称", max_length=40, required=False)
    since = day_field("自哪一天起", help_text="这一天之前的事项仍用原来的名称")

    def present(self, agency: Agency) -> dict[str, Any]:
        """No day is proposed."""
        return {"name": agency.name, "short_name": agency.short_name}


class MoveForm(OrganForm):
    """Another parent from a day on."""

    parent = forms.ModelChoiceField(
        label="新的上级机关", queryset=Agency.objects.none(), empty_label="请选择"
    )
    since = day_field("自哪一天起")

    def present(self, agency: Agency) -> dict[str, Any]:
        """The parent of today."""
        return {"parent": agency.parent_id}

    def prepare(self) -> None:
        """Any organ within reach but itself."""
        self.fields["parent"].queryset = self.reach().exclude(pk=self.agency.pk)


class CloseForm(OrganForm):
    """The end of an organ."""

    until = day_field("最后一天")
    successor = forms.ModelChoiceField(
        label="职责承接机关", queryset=Agency.objects.none(), required=False
    )
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500)

    def present(self, agency: Agency) -> dict[str, Any]:  # noqa: ARG002 - as other forms
        """Nothing: the end is an act, not a fact that two people could have filled in differently."""
        return {}

    def prepare(self) -> None:
        """Any organ within reach but itself."""
        self.fields["successor"].queryset = self.reach().exclude(pk=self.agency.pk)


class ReopenForm(OrganForm):
    """Why the closing is undone."""

    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500)


class FactsForm(OrganForm):
    """Facts without history."""

    kind = forms.ChoiceField(label="种类", choices=KINDS)
    social_credit_code = forms.CharField(
        label="统一社会信用代码", required=False, max_length=18, validators=[check_credit_code]
    )
    region_code = forms.CharField(
        label="行政区划代码", required=False, max_length=12, validators=[REGION]
    )
    has_site = forms.BooleanField(label="有自己的公开专栏", required=False)


class CreateForm(forms.Form):
    """An organ to set up below the one whose page this is."""

    code = forms.CharField(label="代码", max_length=64, validators=[CODE], help_text="以后不能改")
    name = forms.CharField(label="名称", max_length=100)
    kind = forms.ChoiceField(label="种类", choices=KINDS)
    since = day_field("设立日期")
    short_name = forms.CharField(label="简称", max_length=40, required=False)
    social_credit_code = FactsForm.base_fields["social_credit_code"]
    region_code = FactsForm.base_fields["region_code"]
    has_site = forms.BooleanField(label="有自己的公开专栏", required=False, initial=True)


class DepartmentForm(forms.Form):
    """A department to add."""

    code = forms.CharField(label="部门代码", max_length=64, validators=[CODE])
    name = forms.CharField(label="部门名称", max_length=100)
    since = day_field("设立日期")


class DepartmentNameForm(forms.Form):
    """Another name for a department; ``seen`` is the one that the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(label="部门名称", max_length=100)


class DepartmentEndForm(forms.Form):
    """The end of a department; ``seen`` is the end that the page showed, "" for none."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    until = day_field("最后一天")
    reason = forms.CharField(label="理由", max_length=500)


class _RecordForm(forms.ModelForm):
    """A form on a versioned record of an organ; the action gets ``seen_version`` and ``facts``."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def _post_clean(self) -> None:
        """The action changes the record, not the form: only the shape is checked here."""

    def clean(self) -> dict[str, Any]:
        """Apart: the version, and the facts."""
        said = dict(self.cleaned_data)
        return {"seen_version": said.pop("seen_version", None), "facts": said}


class ContactForm(_RecordForm):
    """The contact facts of the guide."""

    website = forms.URLField(label="网址", required=False, assume_scheme="https")

    class Meta:
        model = ContactPage
        fields = CONTACT_FIELDS


class LetterFactsForm(_RecordForm):
    """What letters must say of remedies and fees."""

    online_reconsideration = forms.URLField(
        label="网上申请行政复议的网址",
        required=False,
        assume_scheme="https",
        help_text="填了就写进答复书；以电子数据送达答复的，必须有",
    )

    class Meta:
        model = LetterFacts
        fields = LETTER_FIELDS
        help_texts = {
            "system": "决定向谁申请行政复议；多数机关是“一般行政机关”，由机关树里的本级或者上一级人民政府管辖",
            "superior": "实行垂直领导的机关、司法行政部门填写全称，例：国家税务总局某某市税务局",
            "court": "写全称，例：临川县人民法院；县级以上人民政府的填中级人民法院。空着，文书只写“人民法院”",
            "payment_way": "收费通知书里照写，例：凭缴款码在非税收入收缴平台缴入国库",
        }


class IdentityForm(_RecordForm):
    """What the site says of itself."""

    error_report_url = forms.URLField(
        label="“我为政府网站找错”链接", required=False, assume_scheme="https"
    )

    class Meta:
        model = SiteIdentity
        fields = IDENTITY_FIELDS
