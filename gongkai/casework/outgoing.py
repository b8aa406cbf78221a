"""Which files may go out with a reply, and why another may not. Everything here is asked again before anything leaves."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import QuerySet

from gongkai.casework.models import Case, CaseFile, Decision, RedactionSheet
from gongkai.casework.models.delivery import OUTGOING
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.law.citation import Cite
from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.cleaning import FILE_KINDS

OWN_CASE = Cite("条例", 40)
MOST_FILES = 60
_PICTURE = "image/"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that goes out: the pk of its paper, and the hash of its bytes."""

    paper: int
    sha256: str


def outgoing_papers(case: Case) -> QuerySet[CaseFile]:
    """The papers of a case that are meant to go out."""
    rows = case.papers.filter(use__in=OUTGOING, file__destroyed_at=None)
    return rows.select_related("file").order_by("pk")


def sent_files(case: Case, papers: Iterable[int]) -> tuple[SentFile, ...]:
    """The files of these papers as they are now; Refusal for one that is not of the case, or not meant to go out."""
    wanted = list(dict.fromkeys(papers))
    if len(wanted) > MOST_FILES:
        raise Refusal(f"一份答复最多带 {MOST_FILES} 个文件，请合并或者打包")
    known = {paper.pk: paper for paper in outgoing_papers(case).filter(pk__in=wanted)}
    if len(known) < len(wanted):
        raise Refusal(
            "选中的文件里有不属于这一件的，或者不是要提供的",
            cite=OWN_CASE,
            next_step="只能选这一件里“提供的信息”和文书",
        )
    return tuple(SentFile(pk, known[pk].file.sha256) for pk in wanted)


def listed(decision: Decision) -> tuple[SentFile, ...]:
    """The files that a reply says go out with it."""
    return tuple(SentFile(row.paper_id, row.sha256) for row in decision.files.all())


def letters_of(decision: Decision) -> tuple[SentFile, ...]:
    """The printed letters of a reply, which were frozen when they were issued."""
    rows = decision.letters.filter(state="issued", pdf__isnull=False).select_related("pdf__file")
    return tuple(SentFile(row.pdf_id, row.pdf.file.sha256) for row in rows)


def waits_for_print(decision: Decision) -> bool:
    """Whether a letter of the reply has not come out of the printer yet."""
    return decision.letters.filter(state="issued", pdf=None).exists()


def going_out(decision: Decision) -> tuple[SentFile, ...]:
    """All that leaves with a reply: its letter first, then the files it lists."""
    return tuple(dict.fromkeys((*letters_of(decision), *listed(decision))))


def require_sendable(case: Case, files: Iterable[SentFile]) -> list[CaseFile]:
    """The papers, in order; Refusal where one may not go out, with its name and why."""
    wanted = list(files)
    rows = CaseFile.objects.filter(pk__in=[file.paper for file in wanted])
    known = {paper.pk: paper for paper in rows.select_related("file")}
    for file in wanted:
        paper = known.get(file.paper)
        why = fault_of(case, paper, file.sha256)
        if why:
            raise Refusal(f"“{paper or '一个文件'}”不能发出：{why}", cite=OWN_CASE)
    return [known[file.paper] for file in wanted]


def fault_of(case: Case, paper: CaseFile | None, sha256: str) -> str:
    """Why a paper may not go out, in words; "" where it may."""
    if paper is None or paper.case_id != case.pk:
        return "不是这一件的材料"
    if paper.use not in OUTGOING:
        return "不是要提供的信息或者文书"
    if paper.file.destroyed_at:
        return "内容已经销毁"
    if paper.file.sha256 != sha256:
        return "与送审时的文件不同"
    return _unredacted(case, paper) or _superseded(paper)


def _unredacted(case: Case, paper: CaseFile) -> str:
    """A paper that is blacked out elsewhere never leaves as it is, nor do its bytes under another name."""
    sheets = RedactionSheet.objects.filter(source__case=case).exclude(state="dropped")
    if sheets.filter(source_sha256=paper.file.sha256).exists():
        return "这是要涂黑的原件，请提供涂黑以后的文件"
    return ""


def _superseded(paper: CaseFile) -> str:
    """Of a blacked-out paper the newest go alone is sent, and only with its leftovers decided."""
    sheet = RedactionSheet.objects.filter(result=paper).first()
    if sheet is None:
        return ""
    if sheet.state != "burnt" or sheet.result_sha256 != paper.file.sha256:
        return "涂黑没有做完"
    if sheet.leftovers_found and not sheet.leftovers_reason:
        return "涂黑的文字在别处还看得见，还没有决定"
    later = RedactionSheet.objects.filter(source=sheet.source_id, pk__gt=sheet.pk)
    if later.exclude(state="dropped").exists():
        return "这份材料正在重新涂黑，或者有更新的涂黑版本"
    return ""


def whole(paper: CaseFile, sha256: str) -> bytes:
    """The bytes of a paper; Refusal where they are not those that were signed."""
    with paper.file.open() as content:
        data = content.read()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refusal(f"“{paper}”的内容与登记的校验值不符，不能发出", cite=OWN_CASE)
    return data


def pages_of(stored: StoredFile) -> int | None:
    """How many pages; None for kinds that have none. Raises UnreadableReport for a PDF that cannot be read."""
    if FILE_KINDS[stored.kind].content_type.startswith(_PICTURE):
        return 1
    if stored.kind != "pdf":
        return None
    key = f"casework.pages:{stored.sha256}"
    known = cache.get(key)
    if known is None:
        with stored.open() as content:
            known = bounded_call("gongkai.paperwork.page_images:page_count", content.read())
        cache.set(key, known, 86_400)
    return int(known)


def mark_of(files: Sequence[SentFile]) -> str:
    """Equal for the same files in the same order: what was seen is what is sent."""
    told = "\n".join(f"{file.paper} {file.sha256}" for file in files)
    return hashlib.sha256(told.encode()).hexdigest()
