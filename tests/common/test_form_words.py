"""What forms say: no words of programs, and the same in every form."""

import pytest
from django import forms


class Sample(forms.Form):
    """One field a message."""

    title = forms.CharField(max_length=3)
    count = forms.IntegerField(min_value=1)
    share = forms.DecimalField()
    day = forms.DateField()
    way = forms.ChoiceField(choices=[("a", "甲")])
    sure = forms.BooleanField()
    mail = forms.EmailField()
    file = forms.FileField()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("title", "", "请填写"),
        ("title", "一二三四", "请不要超过 3 个字，现在是 4 个"),
        ("title", "a\0b", "里面有看不见的控制字符，请删去后重新填写"),
        ("count", "一", "请填写整数，例如 12"),
        ("count", "0", "不能小于 1"),
        ("share", "x", "请填写数字，例如 12.5"),
        ("day", "昨天", "请填写日期，例如 2024-03-01"),
        ("way", "b", "没有“b”这一项，请重新选择"),
        ("way", "", "请选一项"),
        ("sure", "", "需要勾选才能继续"),
        ("mail", "a@b", "请填写完整的电子邮箱，例如 name@example.gov.cn"),
        ("file", "", "请选择文件"),
    ],
)
def test_a_mistake_is_answered_with_what_is_wanted(name, value, said):
    assert said in Sample({name: value}).errors[name]
