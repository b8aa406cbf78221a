"""A batch is confirmed by who prepared it; each line becomes one item that is handed in, once, whatever stops in between."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.core.files.storage import default_storage

from gongkai.audit.models import Entry
from gongkai.common.notices.models import Notice
from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.files.queries import orphans
from gongkai.publishing.actions import confirm_batch, drop_batch, run_row
from gongkai.publishing.actions.batches import RUN_ROW, drop_forgotten, wake_stalled
from gongkai.publishing.models import Item
from tests.people import make_person
from tests.publishing.batches import confirmed, prepared, worked_on
from tests.publishing.folders import line_of, texts
from tests.publishing.items import NOW, later, passed

pytestmark = pytest.mark.django_db(transaction=True)


def states(batch) -> list[str]:
    return list(batch.rows.values_list("state", flat=True))


def test_a_prepared_batch_makes_nothing_yet(cast):
    batch = prepared(cast)
    worked_on(batch)
    assert (batch.state, Item.objects.count()) == ("prepared", 0)


def test_a_confirmed_batch_hands_in_one_item_a_line(cast):
    batch = worked_on(confirmed(cast))
    assert (batch.state, batch.storage_key, states(batch)) == ("done", "", ["done"] * 3)
    items = Item.objects.order_by("pk")
    assert [item.state for item in items] == ["in_review"] * 3
    assert {item.draft.submitted_by_id for item in items} == {cast.clerk.pk}


def test_the_item_says_what_the_line_says(cast):
    line = line_of(1, 内容概述="一件事", 附件="表.csv", 主题分类="民政、扶贫、救灾")
    files = {**texts(1), "表.csv": "姓名,数\n甲,1\n".encode()}
    worked_on(confirmed(cast, line, files=files))
    version = Item.objects.get().draft
    assert (version.summary, version.theme, version.genre) == ("一件事", "civil_affairs", "notice")
    assert (version.document_number, str(version.made_on)) == ("青政〔2024〕1号", "2024-05-30")
    assert "请按时办理第1件事" in version.body
    assert [row.use for row in version.attachments.all()] == ["original", "attachment"]


def test_only_who_prepared_it_confirms_it(cast):
    batch = prepared(cast)
    colleague = make_person("li", "李同事", cast.town, "clerk")
    with pytest.raises(Refusal, match="谁提交"):
        confirm_batch(batch=batch, by=colleague, now=NOW)
    with pytest.raises(NotAllowed):
        confirm_batch(batch=batch, by=cast.stranger, now=NOW)


def test_a_batch_is_confirmed_once(cast):
    batch = confirmed(cast)
    with pytest.raises(Refusal, match="正在办理"):
        confirm_batch(batch=batch, by=cast.clerk, now=NOW)


def test_a_dropped_batch_can_not_be_confirmed_and_frees_its_folder(cast):
    batch = drop_batch(batch=prepared(cast), by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="不办了"):
        confirm_batch(batch=batch, by=cast.clerk, now=NOW)
    assert batch.storage_key == ""


def test_a_batch_that_nobody_confirms_is_dropped_after_a_week(cast):
    batch = prepared(cast)
    drop_forgotten(NOW + timedelta(days=6))
    batch.refresh_from_db()
    assert batch.state == "prepared"
    drop_forgotten(NOW + timedelta(days=8))
    batch.refresh_from_db()
    assert (batch.state, batch.storage_key) == ("dropped", "")


def test_the_sweep_spares_the_folder_of_a_batch(cast):
    batch = prepared(cast)
    assert default_storage.exists(batch.storage_key)
    assert batch.storage_key not in list(orphans(NOW + timedelta(days=9000)))


def test_a_line_that_cannot_be_done_does_not_stop_the_others(cast):
    secret = "机密★1年\n\n青石镇人民政府文件\n\n关于某事的通知\n\n各村：请办理。".encode()
    batch = worked_on(confirmed(cast, files={**texts(3), "002.txt": secret}))
    assert states(batch) == ["done", "refused", "done"]
    assert "国家秘密不得公开" in batch.rows.get(number=3).note
    assert Item.objects.count() == 2


def test_who_handed_in_a_batch_cannot_review_it(cast):
    both = make_person("zhang", "张两岗", cast.town, "reviewer")
    worked_on(confirmed(cast))
    cast.clerk.posts.create(agency=cast.town, role="reviewer", since="2019-01-01")
    item = Item.objects.first()
    with pytest.raises(Refusal, match="不能审核"):
        passed(item, by=cast.clerk, now=later(2))
    assert passed(item, by=both, now=later(2)).state == "to_sign"


def test_somebody_without_the_post_any_more_hands_nothing_in(cast):
    batch = confirmed(cast)
    cast.clerk.posts.all().delete()
    assert states(worked_on(batch)) == ["refused"] * 3
    assert not Item.objects.exists()


def test_the_same_inventory_again_changes_nothing(cast):
    worked_on(confirmed(cast))
    again = prepared(cast)
    assert states(again) == ["skipped"] * 3
    with pytest.raises(Refusal, match="没有要新建或者修改"):
        confirm_batch(batch=again, by=cast.clerk, now=NOW)


def test_a_changed_line_makes_a_new_version_of_the_same_item(cast):
    worked_on(confirmed(cast, line_of(1)))
    item = Item.objects.get()
    Item.objects.filter(pk=item.pk).update(state="draft")
    batch = worked_on(confirmed(cast, line_of(1, 内容概述="补上的概述")))
    assert states(batch) == ["done"]
    item.refresh_from_db()
    assert (Item.objects.count(), item.state, item.draft.summary) == (1, "in_review", "补上的概述")


def test_an_item_that_changed_after_the_preview_is_left_alone(cast):
    worked_on(confirmed(cast, line_of(1)))
    Item.objects.update(state="draft")
    batch = confirmed(cast, line_of(1, 内容概述="补上的概述"))
    Item.objects.update(version=99)
    assert states(worked_on(batch)) == ["refused"]


def test_an_item_made_after_the_preview_is_not_made_again(cast):
    first, second = prepared(cast, line_of(1)), prepared(cast, line_of(1))
    for batch in (first, second):
        worked_on(confirm_batch(batch=batch, by=cast.clerk, now=NOW))
    assert (states(first), states(second)) == (["done"], ["refused"])
    assert Item.objects.count() == 1


class Killed(BaseException):
    """The process ends here: no handler sees it."""


STOPS = ("create_draft", "submit", "settle", "take_in", "wake", "record")
"""Where the process is stopped, before or after the named step of a line."""


def stop(monkeypatch, place: str, *, after: bool, module: str = "run_row") -> None:
    """End the process once, before or after a step."""
    module = import_module(f"gongkai.publishing.actions.{module}")
    real, left = getattr(module, place), [1]

    def dying(*args, **named):
        if left and not after:
            raise Killed(left.pop())
        result = real(*args, **named)
        if left:
            raise Killed(left.pop())
        return result

    monkeypatch.setattr(module, place, dying)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("place", STOPS)
def test_a_stop_at_any_step_neither_loses_nor_doubles_an_item(cast, monkeypatch, place, after):
    batch = confirmed(cast)
    module = "settle_row" if place in {"wake", "record"} else "run_row"
    stop(monkeypatch, place, after=after, module=module)
    with pytest.raises(Killed):
        worked_on(batch)
    batch = worked_on(batch, NOW + timedelta(minutes=20))
    assert (batch.state, states(batch)) == ("done", ["done"] * 3)
    assert sorted(Item.objects.values_list("title", flat=True)) == [line_of(n)["标题"] for n in (1, 2, 3)]  # fmt: skip


def test_a_line_delivered_twice_is_done_once(cast):
    batch = worked_on(confirmed(cast))
    for row in batch.rows.all():
        run_row({"row": row.pk}, NOW)
    assert Item.objects.count() == 3


def test_a_line_that_stops_the_program_again_and_again_is_left_out(cast):
    batch = confirmed(cast)
    batch.rows.filter(number=2).update(tries=5)
    assert states(worked_on(batch)) == ["refused", "done", "done"]


def test_a_batch_whose_message_was_lost_is_woken(cast):
    batch = confirmed(cast)
    OutboxMessage.objects.filter(kind=RUN_ROW).update(state="dead")
    wake_stalled(NOW + timedelta(minutes=14))
    assert worked_on(batch, later(1)).state == "running"
    wake_stalled(NOW + timedelta(minutes=16))
    assert worked_on(batch, later(1)).state == "done"


def test_the_journal_and_the_person_hear_of_it(cast):
    batch = worked_on(confirmed(cast))
    acts = Entry.objects.filter(act__endswith="_batch").order_by("pk").values_list("act", flat=True)
    assert list(acts) == [f"publishing.{word}_batch" for word in ("prepare", "confirm", "end")]
    notice = Notice.objects.get(user_id=cast.clerk.pk, key=f"publishing.batch:{batch.pk}")
    assert "送审 3 条，没有办成 0 条" in notice.text
