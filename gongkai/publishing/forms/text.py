"""A draft's text with its facts, as a form."""

from dataclasses import replace
from typing import Any

from django import forms

from gongkai.paperwork.plain_html import from_lines, to_lines
from gongkai.publishing.actions.texts import LONGEST, Text, text_of
from gongkai.publishing.facts import facts_of
from gongkai.publishing.forms.facts import FactsFields
from gongkai.publishing.models import ItemVersion

LINES_HELP = (
    "一行就是一段。行首写“# ”是标题、“- ”是列表，**两边加星号** 是加粗，[文字](网址) 是链接；"
    "写着〔原样…〕的一行代表表格、图片等，请整行保留或者整行删去"
)


class TextForm(FactsFields):
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
    date_reason = forms.CharField(
        label="改动日期的原因",
        required=False,
        max_length=300,
        help_text="送审过的成文日期、变更日期、期限要改，写明原因；原来的日期一并留存",
    )
    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    @staticmethod
    def initial_of(version: ItemVersion, seen_version: int) -> dict[str, Any]:
        """What the form shows of a draft."""
        return {
            **FactsFields.initial_of_facts(facts_of(version)),
            "title": version.title,
            "document_number": version.document_number,
            "summary": version.summary,
            "lines": to_lines(version.body),
            "seen_version": seen_version,
        }

    def text(self, draft: ItemVersion) -> Text:
        """What was typed. The editor's text counts where it was sent, else the lines; data and files beside the text stay."""
        typed, before = self.cleaned_data, text_of(draft)
        body = typed["body"] if "body" in self.data else from_lines(typed["lines"], draft.body)
        return replace(
            before,
            title=typed["title"],
            body=body,
            document_number=typed["document_number"],
            summary=typed["summary"],
            facts=self.facts(before.facts),
        )
