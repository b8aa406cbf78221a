"""Marking places on a paper: a region in millimetres (which the drawing on the page fills in), words to be found, whole pages."""

from collections.abc import Sequence
from typing import Any

from django import forms

from gongkai.casework.forms.fields import LARGEST, text_field
from gongkai.casework.models import RedactionSheet
from gongkai.casework.models.decision import GROUND_CHOICES
from gongkai.casework.redacting import MM, Edges, page_numbers
from gongkai.paperwork.personal_data import LABELS

MOST_WORDS = 30
SLACK = 1.0
"""Millimetres by which a region may stick out over the edge of the page: it is cut off there."""
GROUND = "依据"
NOTE_HINT = "写进不予公开清单；不要写要隐去的内容本身"


class SheetForm(forms.Form):
    """One thing done to a go at a paper. ``do`` says which; ids begin with it, since a page has several such forms."""

    DO = ""

    def __init__(self, data: Any = None, *, sheet: RedactionSheet, **options: Any) -> None:
        self.sheet = sheet
        super().__init__(data, auto_id=f"{self.DO}-%s", **options)
        self.fields["do"] = forms.CharField(
            initial=self.DO, widget=forms.HiddenInput(), max_length=20
        )
        self.prepare()

    def prepare(self) -> None:
        """Fit the fields to the paper."""

    @property
    def visible(self) -> list[Any]:
        """The fields that people see."""
        return list(self.visible_fields())


class GroundForm(SheetForm):
    """Why it is withheld."""

    ground = forms.ChoiceField(label=GROUND, choices=(("", "请选择"), *GROUND_CHOICES))
    note = forms.CharField(label="理由", max_length=200, required=False, help_text=NOTE_HINT)
    field_order = ()


def _mm(label: str) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_digits=6, decimal_places=1)


class RegionForm(GroundForm):
    """A rectangle on one page, in millimetres from the upper left corner of the page as it is seen."""

    DO = "box"
    page = forms.IntegerField(label="第几页", min_value=1)
    left = _mm("距左边（毫米）")
    top = _mm("距上边（毫米）")
    width = _mm("宽（毫米）")
    height = _mm("高（毫米）")
    field_order = ("page", "left", "top", "width", "height", "ground", "note")

    def prepare(self) -> None:
        """No page beyond the last."""
        self.fields["page"] = forms.IntegerField(
            label="第几页", min_value=1, max_value=self.sheet.pages
        )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """The rectangle becomes one place."""
        said = super().clean() or {}
        if not self.errors:
            said["boxes"] = [self._edges(said)]
        return said

    def _edges(self, said: dict[str, Any]) -> Edges:
        wide, high = (side * MM for side in self.sheet.sizes[said["page"] - 1])
        left, top = float(said["left"]), float(said["top"])
        right, bottom = left + float(said["width"]), top + float(said["height"])
        if right <= left or bottom <= top:
            raise forms.ValidationError("宽和高要大于 0")
        if right > wide + SLACK or bottom > high + SLACK:
            raise forms.ValidationError(f"超出了这一页：页面宽 {wide:.0f} 毫米、高 {high:.0f} 毫米")
        return (
            said["page"],
            left / wide,
            top / high,
            min(right / wide, 1.0),
            min(bottom / high, 1.0),
        )


class PagesForm(GroundForm):
    """Whole pages."""

    DO = "pages"
    pages = forms.CharField(label="哪几页", max_length=200, help_text="例：3 或者 2-4,7")
    field_order = ("pages", "ground", "note")

    def clean(self) -> dict[str, Any]:
        """Each page becomes one place as large as it."""
        said = super().clean() or {}
        if "pages" in said:
            try:
                pages = page_numbers(said["pages"], self.sheet.pages)
            except ValueError as wrong:
                self.add_error("pages", str(wrong))
            else:
                said["boxes"] = [(page, 0.0, 0.0, 1.0, 1.0) for page in pages]
        return said


class WordsForm(SheetForm):
    """What to look for on all pages: words, and kinds of personal data."""

    DO = "find"
    words = text_field(
        "要找的词语",
        rows=3,
        max_length=2_000,
        required=False,
        help_text=f"一行一个，最多 {MOST_WORDS} 个；空格、换行、全角半角不影响查找。图片里的字找不到，请画框",
    )
    kinds = forms.MultipleChoiceField(
        label="找个人信息",
        choices=tuple(LABELS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """Something must be looked for."""
        said = super().clean() or {}
        lines = [line.strip() for line in said.get("words", "").splitlines()]
        said["lines"] = list(dict.fromkeys(filter(None, lines)))
        if len(said["lines"]) > MOST_WORDS:
            self.add_error("words", f"一次最多找 {MOST_WORDS} 个词语")
        if not said["lines"] and not said.get("kinds") and not self.errors:
            self.add_error("words", "请填写要找的词语，或者选一种个人信息")
        return said


class FoundForm(GroundForm):
    """The places that were found, ticked."""

    DO = "found"
    place = forms.Field(label="找到的地方", required=False)
    field_order = ("ground", "note")

    def clean(self) -> dict[str, Any]:
        """Each tick is one place, of one rectangle a line."""
        said = super().clean() or {}
        try:
            ticked = [edges for text in self.ticked for edges in edges_from(text)]
        except ValueError:
            raise forms.ValidationError("选中的地方不完整，请重新查找") from None
        if not ticked:
            raise forms.ValidationError("请至少选中一处")
        said["boxes"] = ticked
        return said

    @property
    def ticked(self) -> Sequence[str]:
        """What was ticked, as it was sent."""
        return self.data.getlist("place") if self.is_bound else ()


def edges_from(text: str) -> list[Edges]:
    """The rectangles of one place as the page sends them: page,left,top,right,bottom;… Raises ValueError."""
    found: list[Edges] = []
    for part in text[:20_000].split(";"):
        page, left, top, right, bottom = part.split(",")
        found.append((int(page[:9]), float(left), float(top), float(right), float(bottom)))
    return found


def edges_as_text(boxes: Sequence[Edges]) -> str:
    """The same for the page to send."""
    return ";".join(
        f"{page},{left:.6f},{top:.6f},{right:.6f},{bottom:.6f}"
        for page, left, top, right, bottom in boxes
    )


class NumberForm(SheetForm):
    """Take one place away."""

    DO = "remove"
    box = forms.IntegerField(min_value=1, max_value=2**62, widget=forms.HiddenInput)


class PlainForm(SheetForm):
    """Nothing to be said."""


class UndoForm(PlainForm):
    """The last step back."""

    DO = "undo"


class DropForm(PlainForm):
    """Give up."""

    DO = "drop"


class AgainForm(PlainForm):
    """Once more."""

    DO = "again"


class BackForm(PlainForm):
    """On with marking."""

    DO = "back"


class BurnForm(SheetForm):
    """Make the file."""

    DO = "burn"
    title = forms.CharField(label="新文件的名称", max_length=115)
    keep_words = forms.BooleanField(
        label="保留看得见的文字，可以检索、朗读",
        required=False,
        help_text="不选的，新文件只有页面图片；扫描件没有文字可以保留",
    )
    looked = forms.BooleanField(
        label="涂黑以后的样子，每一页我都看过了",
        error_messages={"required": "请先逐页看过涂黑以后的样子"},
    )
    seen_version = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)

    def prepare(self) -> None:
        """As it stands."""
        self.initial = {
            "title": self.sheet.title,
            "seen_version": self.sheet.version,
            "do": self.DO,
        }


class AcceptForm(SheetForm):
    """The same words may be seen elsewhere."""

    DO = "accept"
    reason = text_field("为什么别处可以公开", rows=2, max_length=500)
    seen_version = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)

    def prepare(self) -> None:
        """As it stands."""
        self.initial = {"seen_version": self.sheet.version, "do": self.DO}


class CoverForm(GroundForm):
    """Mark the same words elsewhere too."""

    DO = "cover"
    field_order = ("ground", "note")
