"""Forms of the status page: number and code, a correction or reasons with files, a withdrawal."""

from django import forms

from gongkai.casework.incoming import LONGEST_WANTED
from gongkai.website.forms.applying import FILE_HINT, scan


class CodeForm(forms.Form):
    """Which request, and the code that opens it."""

    number = forms.CharField(
        label="编号", max_length=80, help_text="在回执上；只填年份和序号也行，例如：2026 12"
    )
    code = forms.CharField(
        label="查询码",
        max_length=60,
        help_text="回执上的 24 位数字；空格填不填都行",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class AnswerForm(forms.Form):
    """What the applicant answers to a notice."""

    words = forms.CharField(
        max_length=LONGEST_WANTED, widget=forms.Textarea(attrs={"rows": 8}), label="补正的内容"
    )
    file = scan("附上材料")

    def __init__(self, *args: object, label: str, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]  # as Django's forms take them
        self.fields["words"].label = label
        self.fields["file"].help_text = FILE_HINT.partition("；")[0]


class WithdrawForm(forms.Form):
    """That it is meant."""

    sure = forms.BooleanField(
        label="我要撤回这份申请，不再要求答复", error_messages={"required": "要撤回的，请先勾选"}
    )
