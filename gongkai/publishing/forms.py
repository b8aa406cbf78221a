"""The shape of what people type about items. Rules are in ``law`` and ``actions``."""

from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.paperwork.plain_html import from_lines, to_lines
from gongkai.publishing.actions.review import LONGEST_REMARK
from gongkai.publishing.actions.texts import LONGEST, Text
from gongkai.publishing.actions.withdraw import LONGEST_NOTE, LONGEST_REASON
from gongkai.publishing.models import Column, ItemVersion
from gongkai.publishing.queries import writable_columns

LINES_HELP = (
    "一行就是一段。行首写“# ”是标题、“- ”是列表，**两边加星号** 是加粗，[文字](网址) 是链接；"
    "写着〔原样…〕的一行代表表格、图片等，请整行保留或者整行删去"
)


class NewItemForm(forms.Form):
    """Where a new item belongs and what it is called."""

    column = forms.ModelChoiceField(Column.objects.none(), label="栏目")
    title = forms.CharField(label="标题", max_length=LONGEST["title"])

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["column"].queryset = writable_columns(person)
        self.fields["column"].label_from_instance = lambda row: f"{row.agency.name}－{row.title}"


class TextForm(forms.Form):
    """A draft's text. ``lines`` is the box that works everywhere; the editor sends ``body`` instead."""

    title = forms.CharField(label="标题", max_length=LONGEST["title"])
    document_number = forms.CharField(
        label="发文字号",
        max_length=LONGEST["document_number"],
        required=False,
        help_text="如“青政〔2024〕3号”",
    )
    summary = forms.CharField(
        label="内容概述",
        max_length=LONGEST["summary"],
        required=False,
        help_text="一两句话，列表和搜索结果里显示",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    lines = forms.CharField(
        label="正文",
        required=False,
        strip=False,
        help_text=LINES_HELP,
        widget=forms.Textarea(attrs={"rows": 20}),
    )
    body = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    @staticmethod
    def initial_of(version: ItemVersion, seen_version: int) -> dict[str, Any]:
        """What the form shows of a draft."""
        return {
            "title": version.title,
            "document_number": version.document_number,
            "summary": version.summary,
            "lines": to_lines(version.body),
            "seen_version": seen_version,
        }

    def text(self, draft: ItemVersion) -> Text:
        """What was typed. The editor's text counts where it was sent, else the lines; data beside the text stays."""
        typed = self.cleaned_data
        body = typed["body"] if "body" in self.data else from_lines(typed["lines"], draft.body)
        return Text(
            title=typed["title"],
            body=body,
            document_number=typed["document_number"],
            summary=typed["summary"],
            payload=draft.payload,
        )


class RemarkForm(forms.Form):
    """What is to be changed."""

    remark = forms.CharField(
        label="退回的意见",
        max_length=LONGEST_REMARK,
        help_text="写明哪一段、怎样改，起草人会在待办里看到",
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class WithdrawalForm(forms.Form):
    """Why a text goes, and what readers find in its place."""

    reason = forms.CharField(
        label="撤回的理由",
        max_length=LONGEST_REASON,
        help_text="记入办事留痕，不对外显示",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    public_note = forms.CharField(
        label="给公众看的说明",
        max_length=LONGEST_NOTE,
        help_text="显示在原来的网址上，如“内容有误，更正后重新发布”",
    )


class WordForm(forms.Form):
    """A Word file whose text becomes the draft's."""

    word = forms.FileField(label="Word 文件", help_text=".docx，Word 或者 WPS 保存的都可以")
    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
