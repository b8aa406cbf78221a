"""Entries are told in sentences: who, by which post, what, which field from what to what, why."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from gongkai.audit.actions import record
from gongkai.audit.labels import act_label, field_label, group_fields, name_fields, value_text
from gongkai.audit.queries import history, visible, visible_organs
from gongkai.common.permissions import Permit

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
WANG = Permit(7, "王经办", "青石镇人民政府经办")


def write(town, act="agencies.edit", **said):
    with transaction.atomic():
        return record(act, town, by=WANG, at=NOW, organ=town.code, **said)


def test_a_change_is_one_sentence_with_field_and_values(cast):
    write(
        cast.town,
        before={"name": "旧名", "kind": "x"},
        after={"name": "新名", "kind": "x"},
        reason="更名",
    )
    assert [str(told) for told in history(cast.town)] == [
        "王经办（青石镇人民政府经办）修改机关资料：青石镇人民政府；名称由“旧名”改为“新名”。理由：更名"
    ]


def test_a_field_filled_for_the_first_time_says_so(cast):
    write(cast.town, after={"short_name": "青石"})
    assert str(history(cast.town)[0].changes[0]) == "简称：青石"


def test_what_was_emptied_and_what_is_long_are_told_shortly(cast):
    write(
        cast.town, before={"name": "旧", "short_name": None}, after={"name": "", "short_name": ""}
    )
    write(cast.town, before={"name": "旧"}, after={"name": "长" * 99})
    assert [told.lines for told in history(cast.town)] == [
        ("改写名称（99字）",),
        ("删去名称（原为“旧”）",),
    ]


def test_many_changes_are_summed_up_by_their_groups(cast):
    cells = {f"表三第{number}格": number for number in range(7)}
    group_fields("agencies.agency", lambda label: label[:2] if label[:2] == "表三" else label)
    write(cast.town, before={"name": "旧"}, after={**cells, "name": "新", "一、总体": "好"})
    assert history(cast.town)[0].lines == ("填写表三 7 处、“一、总体”", "改动名称")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [("name", None, "空"), ("has_site", True, "是"), ("kind", "township_government", "“乡镇人民政府”"),
     ("name", {"sealed": "abc"}, "（个人信息，已加密）"), ("name", "长" * 99, f"“{'长' * 60}…”"),
     ("x", [1, 2], "“[1, 2]”"), ("x", 3, "3"), ("x", "2026-01-09", "2026年1月9日"),
     ("x", "2026-13-99", "“2026-13-99”"), ("x", "0a" * 32, "0a0a0a0a0a0a…")],
)  # fmt: skip
def test_values_are_told_in_words(key, value, said):
    text = value_text("agencies.agency", key, value)
    assert text == said or (key == "kind" and text.startswith("“"))


def test_an_app_names_what_is_no_column():
    name_fields("agencies.agency", {"pages": "页数"})
    assert field_label("agencies.agency", "pages") == "页数"
    assert field_label("agencies.agency", "unheard_of") == "unheard_of"
    assert act_label("unheard.of") == "unheard.of"


def test_a_supervisor_reads_the_chains_below_and_an_administrator_the_own(cast):
    write(cast.town)
    write(cast.other_town)
    write(cast.county)
    assert visible(cast.administrator).count() == 1
    assert visible(cast.supervisor).count() == 3
    assert visible(cast.clerk).count() == 0


def test_the_whole_installations_chain_is_for_who_sees_all_organs(cast):
    assert "" in visible_organs(cast.supervisor)
    assert "" not in visible_organs(cast.administrator)
