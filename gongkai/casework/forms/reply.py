"""A reply as it is typed: the fields that its outcome asks for, and the list of what is given and what is withheld."""

from typing import Any

from django import forms

from gongkai.casework.forms.course import RefuseForm
from gongkai.casework.forms.fields import ActForm, text_field
from gongkai.casework.letters.of_reply import is_asked
from gongkai.casework.models.decision import GROUND_CHOICES
from gongkai.casework.month import of_same_applicant
from gongkai.casework.outgoing import outgoing_papers, sent_files
from gongkai.casework.replies import Part, Reply, discloses, row_of
from gongkai.law.outcomes import Outcome
from gongkai.law.record_corrections import CorrectionResult
from gongkai.publishing.forms.review import SecrecyForm

SPARE = 3
MOST_ROWS = 60
NEEDED = "存草稿时可以先空着，送审以前要写"
GIVEN = (("", "请选择"), ("yes", "公开"), ("no", "不予公开"))


class ReplyForm(ActForm):
    """The text of a reply with one outcome. ``shown`` is the reply as it stands, None for a new one."""

    document_number = forms.CharField(
        label="文号",
        max_length=60,
        required=False,
        help_text="空着，签发时由系统编号；在别的系统里编了号的，照填",
    )
    statement = text_field(
        "答复内容",
        rows=6,
        max_length=20_000,
        required=False,
        help_text="文书固定的文字系统已经写好，不用再写；这里写要另外说明的话，接在固定的文字之后，没有的空着",
    )
    reason = text_field("理由", max_length=20_000, required=False)
    basis = forms.CharField(label="所依据的条款", max_length=500, required=False)

    def __init__(
        self, *args: Any, outcome: str, shown: Reply | None = None, **options: Any
    ) -> None:
        self.outcome, self.shown = outcome, shown
        super().__init__(*args, **options)

    def prepare(self) -> None:
        """Add what the outcome's row of law asks for, and begin with what is there."""
        case = self.subject
        row = row_of(case, self.outcome)
        self.says = tuple(row.says)
        for place, what in enumerate(self.says):
            if not is_asked(self.outcome, place):
                continue
            self.fields[f"say_{place}"] = text_field(
                what, rows=2, max_length=2000, required=False, help_text=NEEDED
            )
        if row.grounds:
            self.fields["reason"].help_text = NEEDED
        if self.outcome == "not_responsible" or getattr(row, "organ", False):
            self.fields["organ_name"] = forms.CharField(
                label="负责的机关", max_length=100, required=False
            )
            self.fields["organ_contact"] = forms.CharField(
                label="该机关的联系方式", max_length=200, required=False
            )
        if self.outcome == "repeated":
            self.fields["earlier"] = _earlier_field(case)
        papers = outgoing_papers(case).values_list("pk", "title")
        if papers:
            self.fields["files"] = forms.MultipleChoiceField(
                label="随答复发出的文件",
                choices=[(str(pk), title) for pk, title in papers],
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text="只有这一件里“提供的信息”和文书；送审以后不能再换",
            )
        self.rows = _rows(row, self.shown, self.data)
        for place in range(self.rows):
            self._add_part(place)
        if self.shown:
            self.initial.update(_as_typed(self.shown))

    def _add_part(self, place: int) -> None:
        named = f"第 {place + 1} 件："
        self.fields[f"part_title_{place}"] = forms.CharField(
            label=f"{named}文件或者内容", max_length=300, required=False
        )
        self.fields[f"part_given_{place}"] = forms.ChoiceField(
            label=f"{named}公开与否", choices=GIVEN, required=False
        )
        self.fields[f"part_ground_{place}"] = forms.ChoiceField(
            label=f"{named}不予公开的依据", choices=(("", "—"), *GROUND_CHOICES), required=False
        )
        self.fields[f"part_reason_{place}"] = forms.CharField(
            label=f"{named}不予公开的理由", max_length=4000, required=False
        )

    def clean(self) -> dict[str, Any]:
        """A line with a name says whether it is given."""
        said = super().clean() or {}
        for place in range(self.rows):
            if said.get(f"part_title_{place}") and not said.get(f"part_given_{place}"):
                self.add_error(f"part_given_{place}", "请选择公开还是不予公开")
        return said

    def reply(self, said: dict[str, Any]) -> Reply:
        """What was typed, as the action takes it."""
        earlier = said.get("earlier")
        return Reply(
            self.outcome,
            said["statement"],
            said["reason"],
            said["basis"],
            tuple(said.get(f"say_{place}", "") for place in range(len(self.says))),
            tuple(_part(said, place) for place in range(self.rows) if said[f"part_title_{place}"]),
            said.get("organ_name", ""),
            said.get("organ_contact", ""),
            earlier.pk if earlier else None,
            said["document_number"],
            sent_files(self.subject, map(int, said.get("files", ()))),
        )


def _earlier_field(case: Any) -> forms.ModelChoiceField:
    answered = of_same_applicant(case).exclude(pk=case.pk).exclude(closed_on=None)
    rows = answered.exclude(outcome__in=("", "withdrawn")).select_related("number")
    return forms.ModelChoiceField(
        rows, label="此前已经答复的那一件", required=False, empty_label="请选择"
    )


def _rows(row: Outcome | CorrectionResult, shown: Reply | None, data: Any) -> int:
    """How many lines the list has: what is there and some to spare; none where the outcome has no list."""
    gives = discloses(row.key) or getattr(row, "inventory", False)
    if isinstance(row, CorrectionResult) or not gives:
        return 0
    sent = sum(name.startswith("part_title_") for name in data or ())
    return min(MOST_ROWS, max(len(shown.parts) if shown else 0, sent - SPARE) + SPARE)


def _part(said: dict[str, Any], place: int) -> Part:
    given = said[f"part_given_{place}"] == "yes"
    if given:
        return Part(said[f"part_title_{place}"], given=True)
    return Part(
        said[f"part_title_{place}"],
        given=False,
        ground=said[f"part_ground_{place}"],
        reason=said[f"part_reason_{place}"],
    )


def _as_typed(reply: Reply) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "document_number": reply.document_number,
        "statement": reply.statement,
        "reason": reply.reason,
        "basis": reply.basis,
        "organ_name": reply.organ_name,
        "organ_contact": reply.organ_contact,
        "earlier": reply.earlier,
        "files": [str(file.paper) for file in reply.files],
    }
    shown |= {f"say_{place}": what for place, what in enumerate(reply.says)}
    for place, part in enumerate(reply.parts):
        shown |= {
            f"part_title_{place}": part.title,
            f"part_given_{place}": "yes" if part.given else "no",
            f"part_ground_{place}": part.ground,
            f"part_reason_{place}": part.reason,
        }
    return shown


class ReviewReplyForm(SecrecyForm, ActForm):
    """The review. The fields of the secrecy review are there only where information goes out."""

    opinion = text_field("审核意见", rows=3, max_length=1000, required=False)

    def prepare(self) -> None:
        """Drop what the outcome does not ask for."""
        self.secret = discloses(self.subject.outcome)
        if not self.secret:
            for name in ("found", "conclusion", "basis"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """The fields of the secrecy review become one."""
        said = super().clean() or {}
        if self.errors:
            return said
        secrecy = self.secrecy() if self.secret else None
        kept = {name: said[name] for name in ("opinion", "seen_version")}
        return {**kept, "secrecy": secrecy}


class RemarkForm(RefuseForm):
    """退回"""

    def prepare(self) -> None:
        """What is to be changed."""
        self.fields["reason"].label = "哪里要改，怎样改"
