"""送审、收回修改"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.index_numbers import number_item
from gongkai.publishing.actions.marking import mark, repeated
from gongkai.publishing.actions.moving import begin, finish
from gongkai.publishing.actions.review import lay_steps
from gongkai.publishing.actions.texts import Text, text_of
from gongkai.publishing.actions.try_links import ask_for_links
from gongkai.publishing.column_tree import require_facts
from gongkai.publishing.dates_handed_in import require_possible_dates
from gongkai.publishing.followers import ask_guards
from gongkai.publishing.models import Item, ItemVersion
from gongkai.publishing.presentations import data_of, presentation


@transaction.atomic
def submit(*, item: Item, by: User, now: datetime, seen_version: int | None = None) -> Item:
    """Hand the draft to the reviewer (《条例》第十七条): its text is sealed with a hash. Refusal for a text without words."""
    step = begin(item, "submit", by=by, now=now, seen_version=seen_version)
    draft = step.item.draft
    seal(step.item, draft, by=by, now=now)
    lay_steps(step.item, draft)
    ask_for_links(draft, now)
    step.item.remark = ""
    step.item.reviewed_by_id, step.item.reviewed_by = None, ""
    return finish(step, now=now, after={"number": draft.number, "sha256": draft.sha256})


def seal(item: Item, draft: ItemVersion, *, by: User, now: datetime) -> None:
    """Close a text with its hash, and give the item its number. Refusal for a text without words."""
    text = text_of(draft)
    if not text.body and not text.payload:
        raise Refusal("正文还是空的", next_step="写好正文、保存之后再送审")
    _require_whole_form(text)
    ask_guards(item, draft)
    require_possible_dates(text.facts, law_day(now))
    require_facts(item.column, text)
    draft.sha256 = text.sha256()
    draft.submitted_by_id, draft.submitted_by, draft.submitted_at = by.pk, by.name, now
    draft.repeats = repeated(item, draft)
    draft.save()
    mark(draft)
    number_item(item, now)


def _require_whole_form(text: Text) -> None:
    """Refusal for a form that lacks what it is made of: a picture set without pictures, a question without its answer."""
    row = presentation(text.presentation)
    missing = [each for each in row.problems(data_of(text)) if each.check == "form"]
    if missing:
        raise Refusal("；".join(each.said for each in missing[:3]), next_step=missing[0].advice)


@transaction.atomic
def take_back(*, item: Item, by: User, now: datetime) -> Item:
    """Take a submitted draft back before it has passed the whole review; steps already taken stay on the version."""
    step = begin(item, "take_back", by=by, now=now)
    step.item.step = ""
    return finish(step, now=now, after={"number": step.item.draft.number})
