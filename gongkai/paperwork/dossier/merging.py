"""Papers of many kinds as pages of one PDF: PDFs as they are, pictures each on a page, Office files through LibreOffice.

Each paper lies in a temporary file without a name while the whole is put together: the memory is that of one paper, and nothing is
left behind by a kill.
"""

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import BinaryIO, Self

import pikepdf
from pikepdf import OutlineItem

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.office import to_pdf

PICTURES = frozenset({"png", "jpeg", "gif", "webp"})
OFFICE = frozenset({"docx", "doc"})
PICTURE_SECONDS = 20.0
SECONDS = 200.0
"""For all conversions of one dossier together; what comes later is left out and listed."""


class CannotMerge(ValueError):
    """Why a paper has no pages here, for people."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its title in the outline, its kind (a key of ``FILE_KINDS``), its bytes."""

    title: str
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Merged:
    """How many pages a paper has in the whole."""

    title: str
    pages: int


class Merger:
    """Collects papers, then writes the whole; a context manager that lets the temporary files go."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._stack = ExitStack()
        self._papers: list[tuple[Merged, pikepdf.Pdf]] = []
        self._until = monotonic() + seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def add(self, paper: Paper) -> Merged:
        """Take a paper in; raises CannotMerge."""
        pdf = self._opened(self._as_pdf(paper))
        merged = Merged(paper.title, len(pdf.pages))
        self._papers.append((merged, pdf))
        return merged

    def write(self, front: bytes, target: BinaryIO) -> None:
        """Write the front pages and all papers, with an outline that leads to each."""
        papers = [(Merged("目录", 0), self._opened(front)), *self._papers]
        with pikepdf.new() as whole:
            starts = []
            for merged, pdf in papers:
                starts.append((merged.title, len(whole.pages)))
                whole.pages.extend(pdf.pages)
            with whole.open_outline() as outline:
                outline.root.extend(OutlineItem(title, page) for title, page in starts)
            whole.save(target)

    def _as_pdf(self, paper: Paper) -> bytes:
        if paper.kind == "pdf":
            return paper.data
        if paper.kind not in PICTURES and paper.kind not in OFFICE:
            raise CannotMerge("这种文件不能变成页面，见压缩包里的原件")
        left = self._until - monotonic()
        if left <= 0:
            raise CannotMerge("转换用时太长，没有再转换，见压缩包里的原件")
        try:
            if paper.kind in PICTURES:
                made: bytes = bounded_call(PICTURE, paper.data, seconds=PICTURE_SECONDS)
                return made
            return to_pdf(paper.data, extension=paper.kind, seconds=min(60.0, left))
        except UnreadableReport as error:
            raise CannotMerge(f"不能转换：{error}") from error

    def _opened(self, data: bytes) -> pikepdf.Pdf:
        file = self._stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
        file.write(data)
        file.seek(0)
        try:
            return self._stack.enter_context(pikepdf.open(file))
        except pikepdf.PasswordError as error:
            raise CannotMerge("PDF 有口令，见压缩包里的原件") from error
        except pikepdf.PdfError as error:
            raise CannotMerge("PDF 打不开，见压缩包里的原件") from error


PICTURE = "gongkai.paperwork.dossier.picture:picture_as_pdf"
