"""What somebody says about a draft: on the whole or on a paragraph; who says it is optional."""

from typing import Any

from django import forms

from gongkai.participation.draft_paragraphs import Paragraph
from gongkai.participation.incoming import LONGEST, LONGEST_TEXT, Said

TRAP = "homepage"
"""A field that no person sees: what fills it in is a program."""


class CommentForm(forms.Form):
    """A comment. ``paragraphs`` are those of the draft that is public."""

    paragraph = forms.TypedChoiceField(
        label="针对哪一部分",
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "草案里没有这一段，请重新选择"},
    )
    text = forms.CharField(
        label="您的意见",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=f"最多 {LONGEST_TEXT} 个字。请不要写身份证号码、住址等个人信息",
        error_messages={"required": "请写下您的意见"},
    )
    name = forms.CharField(
        label="姓名",
        required=False,
        max_length=LONGEST["name"],
        help_text="可以不填；填了也不公开",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact = forms.CharField(
        label="电话或者电子邮箱",
        required=False,
        max_length=LONGEST["contact"],
        help_text="可以不填；要核实意见时才用，不公开",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, paragraphs: tuple[Paragraph, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", "整个草案"), *((row.number, row.choice) for row in paragraphs)]
        self.fields["paragraph"].choices = choices

    def clean(self) -> dict[str, Any]:
        """What stands in the field that nobody sees was written by no person, or by a helpful browser."""
        found = super().clean() or {}
        if self.data.get(TRAP):
            self.add_error(
                None, "有一栏是留给程序的，浏览器替您填上了。已经替您清空，请再点一次“提交意见”"
            )
        return found

    def said(self) -> Said:
        """What the action takes."""
        return Said(**{name: self.cleaned_data[name] for name in Said.__dataclass_fields__})
