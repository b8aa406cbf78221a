"""What forms say of mistakes, in the words of an office: what is wanted, not which rule of a program was broken."""

from django import forms
from django.core import validators

WORDS: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "请填写"},
    forms.IntegerField: {"invalid": "请填写整数，例如 12"},
    forms.DecimalField: {"invalid": "请填写数字，例如 12.5"},
    forms.DateField: {"invalid": "请填写日期，例如 2024-03-01"},
    forms.TimeField: {"invalid": "请填写时间，例如 14:30"},
    forms.DateTimeField: {"invalid": "请填写日期和时间，例如 2024-03-01 14:30"},
    forms.FileField: {
        "required": "请选择文件",
        "invalid": "没有收到文件，请重新选择",
        "missing": "没有收到文件，请重新选择",
        "empty": "这个文件是空的",
        "max_length": "文件名请不要超过 %(max)d 个字，现在是 %(length)d 个",
    },
    forms.ImageField: {"invalid_image": "这不是图片，或者图片已经损坏"},
    forms.URLField: {"invalid": "请填写完整的网址，例如 https://www.example.gov.cn/"},
    forms.ChoiceField: {
        "required": "请选一项",
        "invalid_choice": "没有“%(value)s”这一项，请重新选择",
    },
    forms.MultipleChoiceField: {
        "required": "请至少选一项",
        "invalid_choice": "没有“%(value)s”这一项，请重新选择",
    },
    forms.ModelChoiceField: {"required": "请选一项", "invalid_choice": "没有这一项，请重新选择"},
    forms.BooleanField: {"required": "需要勾选才能继续"},
}
LIMITS: dict[type[validators.BaseValidator], str] = {
    validators.MaxLengthValidator: "请不要超过 %(limit_value)d 个字，现在是 %(show_value)d 个",
    validators.MinLengthValidator: "至少 %(limit_value)d 个字，现在是 %(show_value)d 个",
    validators.MaxValueValidator: "不能大于 %(limit_value)s",
    validators.MinValueValidator: "不能小于 %(limit_value)s",
}


def speak() -> None:
    """Use these words in every form from now on; called once at the start."""
    for field, words in WORDS.items():
        field.default_error_messages = {**vars(field).get("default_error_messages", {}), **words}
    for limit, sentence in LIMITS.items():
        limit.message = sentence
    validators.EmailValidator.message = "请填写完整的电子邮箱，例如 name@example.gov.cn"
    validators.ProhibitNullCharactersValidator.message = "里面有看不见的控制字符，请删去后重新填写"
