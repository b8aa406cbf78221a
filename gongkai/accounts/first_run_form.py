"""The form of the first run."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator

from gongkai.accounts.forms import RULES
from gongkai.accounts.models import User
from gongkai.accounts.sign_in.setup_code import is_setup_code
from gongkai.law.catalogue import ORGAN_LABELS

USERNAME = RegexValidator(
    r"^[a-z][a-z0-9._-]{1,31}$", "用小写字母开头，只用小写字母、数字和 . _ -，2 至 32 个字符"
)
CODE = RegexValidator(r"^[0-9A-Za-z-]{1,64}$", "只用字母、数字和短横线")
REGION = RegexValidator(r"^[0-9]{6}([0-9]{3}([0-9]{3})?)?$", "行政区划代码是 6、9 或者 12 位数字")
PASSWORD = forms.PasswordInput(attrs={"autocomplete": "new-password"})


class FirstRunForm(forms.Form):
    """Who sets up what, proved by the code."""

    code = forms.CharField(
        label="设置码",
        max_length=64,
        help_text="启动服务时显示在屏幕上，也在数据文件夹的 first-run-code 文件里",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    agency_name = forms.CharField(
        label="机关名称", max_length=100, help_text="例如：青石镇人民政府"
    )
    kind = forms.ChoiceField(
        label="机关种类", choices=tuple(ORGAN_LABELS.items()), initial="township_government"
    )
    agency_code = forms.CharField(
        label="机关代码",
        max_length=64,
        validators=[CODE],
        help_text="在本系统里不重复、以后不改，可以用统一社会信用代码",
    )
    region_code = forms.CharField(label="行政区划代码", required=False, validators=[REGION])
    since = forms.DateField(
        label="设立日期",
        initial=date(2000, 1, 1),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="记不清的，填一个足够早的日期",
    )
    sponsor = forms.CharField(
        label="网站主办单位", max_length=100, required=False, help_text="不填则与机关名称相同"
    )
    name = forms.CharField(label="管理员姓名", max_length=64)
    username = forms.CharField(
        label="管理员登录名",
        validators=[USERNAME],
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    email = forms.EmailField(label="管理员电子邮箱", required=False, help_text="忘记口令时用")
    password1 = forms.CharField(label="口令", widget=PASSWORD, help_text=RULES, strip=False)
    password2 = forms.CharField(label="再输入一次口令", widget=PASSWORD, strip=False)

    def clean_code(self) -> str:
        """Only the code that the server shows."""
        if not is_setup_code(self.cleaned_data["code"]):
            raise forms.ValidationError("设置码不正确，请看启动服务的屏幕")
        return self.cleaned_data["code"]

    def clean(self) -> dict[str, Any]:
        """The same password twice, and a good one."""
        said = super().clean()
        first, second = said.get("password1"), said.get("password2")
        if first and second and first != second:
            self.add_error("password2", "两次输入的口令不一致")
        elif first:
            person = User(username=said.get("username", ""), name=said.get("name", ""))
            try:
                validate_password(first, person)
            except forms.ValidationError as error:
                self.add_error("password1", error)
        return said
