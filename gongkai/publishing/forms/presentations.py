"""What people type into the forms of an item other than text."""

from typing import Any

from django import forms

from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.forms.rows import RowsForm
from gongkai.publishing.presentations import PRESENTATIONS
from gongkai.publishing.presentations.questions import LONGEST_ANSWER, LONGEST_QUESTION, MOST


class PresentationForm(forms.Form):
    """Which form an item has."""

    key = forms.ChoiceField(
        label="形式",
        choices=[(row.key, f"{row.label}：{row.hint}") for row in PRESENTATIONS.values()],
        widget=forms.RadioSelect,
    )
    seen_version = seen_field()


class QuestionsForm(RowsForm):
    """Questions and answers, and a box for a text that has them already."""

    columns = {"question": forms.CharField(), "answer": forms.CharField()}
    most = MOST
    spare = 1
    pasted = forms.CharField(
        label="从写好的文字里读取",
        required=False,
        strip=False,
        help_text="把全文粘贴在这里，“问：”“答：”开头的行会分成一问一答，加在已有的后面",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def described(self, name: str, place: int) -> dict[str, Any]:
        """One line for a question, several for an answer."""
        if name == "question":
            return {
                "label": f"第 {place + 1} 问",
                "required": False,
                "max_length": LONGEST_QUESTION,
            }
        area = forms.Textarea(attrs={"rows": 4})
        label = f"第 {place + 1} 问的答复"
        return {"label": label, "required": False, "max_length": LONGEST_ANSWER, "widget": area}
