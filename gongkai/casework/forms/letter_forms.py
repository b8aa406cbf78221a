"""What an administrator types about letters: an own form to upload, its last day, how numbers are written."""

from datetime import date
from typing import Any

from django import forms

from gongkai.casework.forms.fields import LARGEST, day_field
from gongkai.casework.models import CaseRules
from gongkai.casework.models.rules import LETTER_PATTERNS, SERIES


class TemplateForm(forms.Form):
    """An own form for a kind of letter."""

    upload = forms.FileField(
        label="Word 文件（.docx）",
        help_text="在 Word 里排好版，要填的地方写 {{ 字段 }}，例：{{ 正文 }}",
    )
    since = day_field("自哪一天起启用")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["since"].initial = today


class EndForm(forms.Form):
    """The last day of a form."""

    until = day_field("用到哪一天", help_text="以后用国家标准信函格式，或者用后来上传的模板")


class PatternsForm(forms.Form):
    """How 发文字号 are written."""

    seen_version = forms.IntegerField(
        required=False, min_value=0, max_value=LARGEST, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, rules: CaseRules, **options: Any) -> None:
        own = rules.letter_patterns
        shown = {key: own.get(key) or usual for key, usual in LETTER_PATTERNS.items()}
        options["initial"] = {**shown, "seen_version": rules.version if rules.pk else None}
        super().__init__(*args, **options)
        for key, label in SERIES:
            if key in LETTER_PATTERNS:
                self.fields[key] = forms.CharField(label=label, max_length=80)

    def clean(self) -> dict[str, Any]:
        """Apart: the version, and the patterns."""
        said = dict(super().clean() or {})
        return {"seen_version": said.pop("seen_version", None), "patterns": said}
