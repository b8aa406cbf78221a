"""What the checks look at: one version of an item with its files as they were looked through, on one day of law."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from gongkai.agencies.models import ContactPage
from gongkai.common.clock import law_day
from gongkai.paperwork.clean_html import plain
from gongkai.paperwork.html_blocks import blocks
from gongkai.publishing.models import Attachment, FileSurvey, Item, ItemVersion
from gongkai.publishing.presentations import data_of, presentation, texts_in


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A public file of the version; without ``survey`` nobody has looked it through yet."""

    row: Attachment
    survey: FileSurvey | None


@dataclass(frozen=True)
class Subject:
    """``files`` are those that readers get, the pictures inside the text left out."""

    item: Item
    version: ItemVersion
    day: date
    files: tuple[SeenFile, ...]

    @cached_property
    def paragraphs(self) -> list[tuple[int, str]]:
        """The blocks of the text as words, counted from one."""
        return [
            (number, " ".join("".join(map(str, block.itertext())).split()))
            for number, block in enumerate(blocks(self.version.body), 1)
        ]

    @cached_property
    def form_texts(self) -> list[tuple[str, str]]:
        """Place and words of everything written in the form of the text."""
        row = presentation(self.version.presentation)
        return [
            (f"{row.label}，{place}", words)
            for place, words in texts_in(row, data_of(self.version))
        ]

    @cached_property
    def words(self) -> str:
        """The text as words."""
        return plain(self.version.body)

    @cached_property
    def own_contact(self) -> str:
        """The organ's own telephone, address and mail, which the law wants public (《条例》第十二条第二款)."""
        page = ContactPage.objects.filter(agency_id=self.item.agency_id).first()
        return f"{page.telephone}\n{page.fax}\n{page.mail}\n{page.address}" if page else ""


def subject_of(item: Item, version: ItemVersion, now: datetime) -> Subject:
    """A version as it stands, with what is known of its files."""
    rows = version.attachments.filter(use="attachment").select_related("file")
    seen = FileSurvey.objects.filter(file__in=[row.file_id for row in rows])
    known = {survey.file_id: survey for survey in seen}
    files = tuple(SeenFile(row, known.get(row.file_id)) for row in rows)
    return Subject(item, version, law_day(now), files)
