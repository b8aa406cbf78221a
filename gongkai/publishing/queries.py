"""Reads of items for the desk: lists, versions with their differences, and what waits for a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from gongkai.accounts import policy
from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, Department
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for, allowed
from gongkai.law.publication_states import Move, moves_from
from gongkai.law.publication_steps import STEPS
from gongkai.paperwork.clean_html import plain
from gongkai.publishing.actions.moving import act_of
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.differences import Difference, differences
from gongkai.publishing.facts import facts_of
from gongkai.publishing.facts_words import worded
from gongkai.publishing.models import Batch, Column, Item, ItemVersion, Remark
from gongkai.publishing.models.link import BACK
from gongkai.publishing.presentations import PLAIN, data_of, presentation, texts_in
from gongkai.publishing.reviewing import act_of_step, departments_of, may_take

MOST_WAITING = 200


def items(agency_ids: Iterable[int]) -> QuerySet[Item]:
    """The items of some organs with what a list shows of them; no texts."""
    found = Item.objects.filter(agency_id__in=list(agency_ids))
    light = found.select_related("agency", "column", "draft")
    return light.defer("draft__body", "draft__payload")


def filtered(
    found: QuerySet[Item], *, state: str = "", column: str = "", words: str = "", origin: str = ""
) -> QuerySet[Item]:
    """The items in a state, in a column, with these words in the title, from an old website."""
    if origin == "old_site":
        found = found.filter(Q(draft__old_site__gt="") | Q(published__old_site__gt=""))
    if state:
        found = found.filter(state=state)
    if column:
        found = found.filter(column__key=column)
    for word in words.split()[:8]:
        found = found.filter(title__icontains=word)
    return found


def columns_of(agency_ids: Iterable[int]) -> QuerySet[Column]:
    """The columns of some organs, in their order."""
    return Column.objects.filter(agency_id__in=list(agency_ids)).select_related("agency")


def writable_columns(person: User) -> QuerySet[Column]:
    """The columns in which a person may draft; annual reports are drafted elsewhere."""
    mine = columns_of(agencies_for(person, "publishing.edit"))
    return mine.exclude(key="reports", fixed=True).filter(closed_on=None)


def drafting_agencies(person: User) -> QuerySet[Agency]:
    """The organs for which a person may draft, and that have a column to put it in."""
    return Agency.objects.filter(columns__in=writable_columns(person)).distinct().order_by("pk")


def agencies_without_columns(person: User) -> QuerySet[Agency]:
    """The organs whose national columns the person may set up and nobody did."""
    mine = Agency.objects.filter(pk__in=agencies_for(person, "publishing.set_up"))
    return mine.exclude(columns__fixed=True)


def folders_in_use(keys: Iterable[str]) -> Iterable[str]:
    """Which of these keys of the storage hold the folder of a batch that is not done."""
    return Batch.objects.filter(storage_key__in=list(keys)).values_list("storage_key", flat=True)


def moves_for(item: Item, person: User, now: datetime) -> list[Move]:
    """The moves that the law and the person's posts leave open; not those that need somebody else."""
    rows = moves_from(
        item.state,
        law_day(now),
        public=item.published_id is not None,
        elsewhere=item.is_elsewhere,
    )
    return [
        row
        for row in rows
        if row.who != "system"
        and row.key not in {"bring_out", "pass_on"}
        and _may_make(person, row, item, now)
        and not (row.second_person and has_hand_in(item, person))
    ]


def _may_make(person: User, move: Move, item: Item, now: datetime) -> bool:
    """Whether the person's posts are those of the move, or of the review step that is open."""
    if item.state == "in_review" and move.key in {"approve", "send_back"}:
        return may_take(person, item, item.step, now)
    if item.is_elsewhere:
        return False
    return allowed(person, act_of(move), item.agency)


def has_hand_in(item: Item, person: User) -> bool:
    """Whether the person wrote or submitted the draft."""
    draft = item.draft
    return draft is not None and person.pk in {*draft.writers, draft.submitted_by_id}


def lines_of(text: ItemVersion | Text) -> str:
    """A text as lines to be compared."""
    head = [f"标题：{text.title}"]
    head += [f"发文字号：{text.document_number}"] if text.document_number else []
    head += [f"内容概述：{text.summary}"] if text.summary else []
    head += [f"{name}：{words}" for name, words in facts_in_words(text)]
    files = (f"附件：{name}" for name in _files_of(text))
    return "\n".join((*head, plain(text.body), *_form_of(text), *files))


def _form_of(text: ItemVersion | Text) -> list[str]:
    """The form of a text, if it has one of its own, and everything written in it."""
    if text.presentation == PLAIN:
        return []
    row = presentation(text.presentation)
    return [
        f"形式：{row.label}",
        *(f"{place}：{words}" for place, words in texts_in(row, data_of(text))),
    ]


def facts_in_words(text: ItemVersion | Text) -> list[tuple[str, str]]:
    """Name and words of each fact of a text."""
    facts = text.facts if isinstance(text, Text) else facts_of(text)
    department = Department.objects.filter(pk=facts.department_id).first()
    return worded(facts, department.name if department else "")


def _files_of(text: ItemVersion | Text) -> list[str]:
    """The names of a text's files."""
    rows = text.attachments if isinstance(text, Text) else text.attachments.all()
    return [f"{row.title}（原稿，不公开）" if row.use == "original" else row.title for row in rows]


def changes(before: ItemVersion | None, after: ItemVersion) -> list[Difference]:
    """What changed from one version to another; nothing for a first version."""
    return [] if before is None else differences(lines_of(before), lines_of(after))


def remarks_of(item: Item) -> list[Remark]:
    """The remarks at places for which a draft was sent back last."""
    last = item.versions.filter(remarks__isnull=False).order_by("-number").first()
    return list(last.remarks.all()) if last and item.remark else []


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie as it reads from one end."""

    pk: int
    label: str
    other: Item


def ties_of(item: Item) -> list[Tie]:
    """The ties of an item, first those that start from it."""
    forth = item.links.select_related("target")
    back = item.back_links.select_related("source")
    return [
        *(Tie(row.pk, row.get_kind_display(), row.target) for row in forth),
        *(Tie(row.pk, BACK[row.kind], row.source) for row in back),
    ]


def waiting_for(person: User, now: datetime) -> list[Item]:
    """The items whose next act is the person's: sent back to them, to be reviewed, to be signed.

    What is on its way from an old website is counted instead (``work_brought``).
    """
    sent_back = Q(state="draft", agency__in=agencies_for(person, "publishing.edit")) & ~Q(remark="")
    to_sign = Q(state="to_sign", agency__in=agencies_for(person, "publishing.publish"))
    decided = (to_sign | to_review(person, now)) & ~from_old_site()
    rows = Item.objects.filter(sent_back | decided)
    return [item for item in _light(rows) if has_hand_in(item, person) == (item.state == "draft")]


def from_old_site() -> Q:
    """Items whose first text is on its way from an old website."""
    return Q(published__isnull=True, withdrawn_at__isnull=True, draft__old_site__gt="")


def _light(rows: QuerySet[Item]) -> QuerySet[Item]:
    """The items with what a line about each needs, longest waiting first; no texts."""
    found = rows.select_related("agency", "column", "draft", "draft__department")
    return found.defer("draft__body", "draft__payload").order_by("changed_at")[:MOST_WAITING]


def drafts_for(person: User, now: datetime) -> list[Item]:
    """The drafts whose clock a person looks after: one's own, and those of one's departments or of no other's.

    Those sent back to the person are not among them: they wait anyway.
    """
    rows = Item.objects.filter(
        state="draft", agency__in=agencies_for(person, "publishing.edit"), source_type=""
    )
    rows = rows.filter(draft__attribute="proactive", draft__old_site="")
    mine = policy.departments_of(person, law_day(now))
    return [
        item
        for item in _light(rows)
        if (not item.remark if has_hand_in(item, person) else _in_reach(item.draft, mine))
    ]


def looks_after(version: ItemVersion, person: User, departments: set[int]) -> bool:
    """Whether a public text is the person's to look after: handed in by the person, or of no department that is not theirs."""
    return person.pk == version.submitted_by_id or _in_reach(version, departments)


def _in_reach(version: ItemVersion, departments: set[int]) -> bool:
    place = version.department_id
    return not departments or place is None or place in departments


def to_review(person: User, now: datetime) -> Q:
    """The items whose open step is the person's."""
    found = Q(pk__in=())
    for row in STEPS:
        mine = Q(step=row.key, agency__in=agencies_for(person, act_of_step(row.key)))
        if row.in_department:
            mine &= Q(draft__department__in=departments_of(person, now))
        found |= mine
    return Q(state="in_review") & found
