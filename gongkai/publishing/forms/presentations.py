"""What people type into the forms of an item other than text."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.core import signing

from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.forms.rows import RowsForm
from gongkai.publishing.pictures import address
from gongkai.publishing.presentations import PRESENTATIONS
from gongkai.publishing.presentations.one_picture import LONGEST_TEXT
from gongkai.publishing.presentations.pictures import HOW_TO_WRITE, LONGEST_ALT, LONGEST_CAPTION
from gongkai.publishing.presentations.pictures import MOST as MOST_PICTURES
from gongkai.publishing.presentations.questions import LONGEST_ANSWER, LONGEST_QUESTION
from gongkai.publishing.presentations.questions import MOST as MOST_QUESTIONS


class PresentationForm(forms.Form):
    """Which form an item has."""

    key = forms.ChoiceField(
        label="形式",
        choices=[(row.key, f"{row.label}：{row.hint}") for row in PRESENTATIONS.values()],
        widget=forms.RadioSelect,
    )
    seen_version = seen_field()


class SeveralFiles(forms.FileField):
    """Any number of files from one button."""

    def __init__(self, **options: Any) -> None:
        accept = options.pop("accept")
        widget = _SeveralInput(attrs={"multiple": True, "accept": accept})
        super().__init__(widget=widget, **options)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file as one file is cleaned."""
        given = data if isinstance(data, list) else [data] if data else []
        return [super(SeveralFiles, self).clean(each, initial) for each in given]


class _SeveralInput(forms.FileInput):
    allow_multiple_selected = True


_SALT = "publishing.picture"


def signed(about: Mapping[str, Any]) -> str:
    """What is known of a picture, to be carried by a page and believed when it comes back."""
    return signing.dumps(dict(about), salt=_SALT, compress=True)


def about_of(told: str) -> dict[str, Any] | None:
    """What a page carried of a picture; None where that was made up."""
    try:
        return dict(signing.loads(told, salt=_SALT))
    except signing.BadSignature:
        return None


PICTURE_KINDS = "image/png,image/jpeg,image/gif,image/webp"


class PictureSetForm(RowsForm):
    """The words of each picture, and new pictures, many at once. ``about`` is what is known of a picture, signed."""

    columns = {"caption": forms.CharField(), "alt": forms.CharField()}
    hidden = ("about",)
    most = MOST_PICTURES
    new = SeveralFiles(
        label="加图片",
        required=False,
        accept=PICTURE_KINDS,
        help_text="可以一次选几张；JPEG、PNG、GIF、WebP，一张最大 20 MB，一次一共最大 50 MB。手机上显示的是自动缩小的图，原图另给链接",
    )

    def rows_shown(self) -> Iterator[tuple[int, list[forms.BoundField], dict[str, Any]]]:
        """The same with where each picture is shown."""
        for number, seen, unseen in super().rows_shown():
            known = about_of(str(unseen["about"].value() or ""))
            yield number, seen, {**unseen, "source": address(known["file"]) if known else ""}

    def described(self, name: str, place: int) -> dict[str, Any]:
        """What each of the two is for stands below its label."""
        if name == "caption":
            return {
                "label": f"第 {place + 1} 张的图片说明",
                "required": False,
                "max_length": LONGEST_CAPTION,
                "help_text": "显示在图片下面，所有读者都看得到",
            }
        return {
            "label": f"第 {place + 1} 张的替代文字",
            "required": False,
            "max_length": LONGEST_ALT,
            "help_text": f"读给看不见图片的人听：{HOW_TO_WRITE}",
            "widget": forms.Textarea(attrs={"rows": 2}),
        }


class LaterForm(forms.Form):
    """Fields that may be empty while the work goes on, and must be there when the text is handed in: ``needed`` names them."""

    needed: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in self.needed:
            self.fields[name].in_time = True


class OnePictureForm(LaterForm):
    """A tall picture, and all that stands in it."""

    needed = ("picture", "alt", "text")

    picture = forms.FileField(
        label="图片",
        required=False,
        help_text="一张长图；JPEG、PNG、WebP，最大 20 MB。手机上会自动分段显示",
        widget=forms.FileInput(attrs={"accept": PICTURE_KINDS}),
    )
    alt = forms.CharField(
        label="替代文字",
        required=False,
        max_length=LONGEST_ALT,
        help_text="一句话，说明这是一张什么图；例：“青石镇困难群众临时补贴办法一图读懂，全文见文字版”",
    )
    text = forms.CharField(
        label="文字版",
        required=False,
        max_length=LONGEST_TEXT,
        help_text="图上的全部内容，一行一段；所有读者都看得到，也能检索",
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    seen_version = seen_field()


class QuestionsForm(RowsForm):
    """Questions and answers, and a box for a text that has them already."""

    columns = {"question": forms.CharField(), "answer": forms.CharField()}
    most = MOST_QUESTIONS
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
