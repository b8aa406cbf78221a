"""A file that becomes a draft: the file itself, then what was recognised in it, each guess with the words that it rests on."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.paperwork.official_document import Guess, Guesses
from gongkai.publishing.actions.texts import LONGEST
from gongkai.publishing.forms.facts import FactsFields
from gongkai.publishing.models import Column
from gongkai.publishing.pictures import LONGEST_WORDS, words_of
from gongkai.publishing.queries import drafting_agencies, writable_columns

KINDS_HELP = "Word（.docx、.doc）、WPS（.wps）、能选中文字的 PDF、网页、文字文件，最大 20 MB"
ACCEPTED = ".docx,.doc,.wps,.pdf,.html,.htm,.txt"
MISSING = "文件里没有认出来，请填写。"
_SINGLE = ("title", "document_number", "made_on", "genre", "attribute", "effective_on", "ends_on")


class FileForm(forms.Form):
    """The file; for whom is asked only where the person drafts for several organs."""

    file = forms.FileField(
        label="文件", help_text=KINDS_HELP, widget=forms.FileInput(attrs={"accept": ACCEPTED})
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="替哪个机关起草", empty_label=None, required=False
    )

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        super().__init__(*args, **options)
        agencies = drafting_agencies(person)
        self.fields["agency"].queryset = agencies
        self.fields["agency"].label_from_instance = lambda row: row.name
        self.only = agencies.first() if agencies.count() == 1 else None
        if self.only:
            self.fields["agency"].widget = forms.HiddenInput()
            self.initial["agency"] = self.only.pk

    def clean_agency(self) -> Agency:
        """The organ chosen, or the only one there is."""
        chosen = self.cleaned_data["agency"] or self.only
        if chosen is None:
            raise forms.ValidationError("请选择替哪个机关起草")
        return chosen


class IncomingForm(FactsFields):
    """What is offered of a file. ``source`` is its whole text as it was read, ``ticket`` names the stored files."""

    column = forms.ModelChoiceField(
        Column.objects.none(), label="放在哪个栏目", empty_label="请选择"
    )
    title = forms.CharField(label="标题", max_length=LONGEST["title"])
    document_number = forms.CharField(
        label="发文字号", max_length=LONGEST["document_number"], required=False
    )
    summary = forms.CharField(
        label="内容概述",
        max_length=LONGEST["summary"],
        required=False,
        help_text="一两句话，列表和搜索结果里显示",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    keep_head = forms.BooleanField(
        label="正文里保留开头的红头、文号和标题",
        required=False,
        help_text="不勾选时去掉：网页会在正文上面另外显示标题和文号",
    )
    publish_original = forms.BooleanField(
        label="原文件也作为附件公开",
        required=False,
        help_text="公开的是去掉作者、修订痕迹等信息的副本；不勾选时原文件只留存，不公开",
    )
    source = forms.CharField(strip=False, widget=forms.HiddenInput)
    ticket = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        person: User,
        agency: Agency,
        source: str,
        guesses: Guesses,
        **options: Any,
    ) -> None:
        super().__init__(*args, agency=agency, **options)
        columns = writable_columns(person).filter(agency=agency)
        self.fields["column"].queryset = columns
        self.fields["column"].label_from_instance = lambda row: row.title
        self._guesses, self._agency = guesses, agency
        self.tokens = list(words_of(source))
        for number, token in enumerate(self.tokens, 1):
            self.fields[f"words_{token}"] = picture_field(f"第 {number} 张图片的文字说明")
        if not guesses.head:
            del self.fields["keep_head"]
        for name, said in self._evidence():
            field = self.fields[name]
            field.help_text = format_html("{} {}", said, field.help_text)

    def _evidence(self) -> Iterator[tuple[str, SafeString]]:
        """By field, the words on which its guess rests."""
        for name in _SINGLE:
            guess: Guess[Any] | None = getattr(self._guesses, name)
            if guess:
                yield name, quoted(guess.evidence, guess.note)
        missing = format_html('<span class="evidence evidence--none">{}</span>', MISSING)
        if self._guesses.made_on is None:
            yield "made_on", missing
        if self._guesses.title is None:
            yield "title", missing
        yield from self._organs_evidence()

    def _organs_evidence(self) -> Iterator[tuple[str, SafeString]]:
        """Joint organs, and a name that is not this organ's."""
        organs = self._guesses.organs
        names = [row.value for row in organs]
        if len(names) > 1:
            yield "joint_organs", quoted(" ".join(dict.fromkeys(row.evidence for row in organs)))
        elif names and names[0] != self._agency.name:
            note = "与本机关名称不同，请核对是不是从别处获取的"
            yield "origin", quoted(organs[0].evidence, note)

    @staticmethod
    def initial_of(guesses: Guesses, agency: Agency, source: str) -> dict[str, Any]:
        """What is offered; the person decides."""
        columns = Column.objects.filter(agency=agency)
        title = guesses.title.value if guesses.title else ""
        key = "guide" if title.endswith("公开指南") else "content"
        offered = {name: guess.value for name in _SINGLE if (guess := getattr(guesses, name))}
        names = [row.value for row in guesses.organs]
        joint = names if len(names) > 1 else []
        return {
            "attribute": "proactive",
            "origin": "made",
            **offered,
            "column": columns.filter(key=key).first(),
            "joint_organs": "\n".join(name for name in joint if name != agency.name),
            "lead": not joint or names[0] == agency.name,
            "source": source,
            **{f"words_{token}": words for token, words in words_of(source).items()},
        }

    def picture_words(self) -> dict[str, str]:
        """By token, what was written for each picture."""
        return {token: self.cleaned_data[f"words_{token}"] for token in self.tokens}


class PicturesForm(forms.Form):
    """The words for the pictures of a draft."""

    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, body: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.tokens = words_of(body)
        for number, (token, words) in enumerate(self.tokens.items(), 1):
            self.fields[f"words_{token}"] = picture_field(f"第 {number} 张图片的文字说明", words)

    def picture_words(self) -> dict[str, str]:
        """By token, what was written for each picture."""
        return {token: self.cleaned_data[f"words_{token}"] for token in self.tokens}


def picture_field(label: str, words: str = "") -> forms.CharField:
    """One picture's words."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_WORDS,
        initial=words,
        help_text="一句话说清图上是什么，读给看不见的人听；只起装饰作用的留空",
    )


def quoted(evidence: str, note: str = "") -> SafeString:
    """The words of the file, and what was put right or worked out."""
    more = format_html("，{}", note) if note else ""
    return format_html('<span class="evidence">文件里写着“<q>{}</q>”{}。</span>', evidence, more)
