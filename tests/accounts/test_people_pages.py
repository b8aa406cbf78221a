"""The desk's pages about people: what an administrator does there, and what nobody gets to see."""

import re

import pytest
from django.urls import reverse

from gongkai.accounts.models import Post, SignInRules, User
from gongkai.agencies.models import SiteIdentity
from gongkai.audit.models import Entry
from gongkai.common.clock import current, law_day
from gongkai.common.desk_search import search_for
from gongkai.common.models import OutboxMessage
from tests.people import PASSWORD

TODAY = law_day(current())
NEW = {
    "name": "陈新人", "username": "chen", "email": "chen@example.test", "phone": "13800000000",
    "role": "clerk", "since": str(TODAY),
}  # fmt: skip


@pytest.fixture
def desk(client, cast):
    """The town's administrator at the desk."""
    client.force_login(cast.administrator)
    return client


def url(name, of=None):
    return reverse(f"people:{name}", kwargs={"pk": of.pk} if of else {})


def text(answer):
    return answer.content.decode()


def add(desk, cast, **said):
    return desk.post(url("add"), {**NEW, "agency": cast.town.pk, **said})


def link_in(answer):
    return re.search(r"https?://testserver(/account/\S+?)</textarea>", text(answer))[1]


def test_a_person_is_added_with_a_post_and_the_link_works_once(desk, cast, client):
    answer = add(desk, cast)
    assert "只显示这一次" in text(answer)
    assert answer["Cache-Control"] == "no-store"
    assert str(Post.objects.get(user__username="chen")) == "青石镇人民政府经办"
    client.logout()
    path = client.get(link_in(answer)).headers["Location"]
    client.post(path, {"password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.get(username="chen").check_password(PASSWORD)
    assert "链接已失效" in text(client.get(link_in(answer)))


@pytest.mark.parametrize(("email", "letters"), [("chen@example.test", 1), ("", 0)])
def test_the_link_is_mailed_where_there_is_an_address(desk, cast, email, letters):
    answer = add(desk, cast, email=email)
    sent = OutboxMessage.objects.filter(kind="mail.send")
    assert sent.count() == letters
    assert all(link_in(answer) in message.payload["text"] for message in sent)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"username": "wang"}, "已被使用"),
        ({"username": "王"}, "小写字母"),
        ({"name": ""}, "请填写"),
        ({"phone": "<script>"}, "只写数字"),
        ({"role": "king"}, "没有“king”这一项"),
        ({"since": "昨天"}, "请填写日期"),
        ({"email": "x"}, "完整的电子邮箱"),
        ({"name": "名" * 65}, "不要超过 64"),
    ],
)
def test_what_is_refused_is_told_and_what_was_typed_stays(desk, cast, said, why):
    page = text(add(desk, cast, **said))
    assert why in page
    assert 'value="chen@example.test"' in page or said.get("email")
    assert not User.objects.filter(name="陈新人").exists()


def test_nobody_is_added_to_an_organ_out_of_reach(desk, cast):
    assert "没有这一项" in text(add(desk, cast, agency=cast.county.pk))
    assert not User.objects.filter(username="chen").exists()


def test_a_refused_post_leaves_no_person(desk, cast):
    other = cast.town.departments.create(code="a", name="办", since=TODAY)
    cast.town.departments.filter(pk=other.pk).update(agency=cast.other_town)
    add(desk, cast, department=other.pk)
    assert not User.objects.filter(username="chen").exists()


def test_the_list_shows_the_people_within_reach_with_masked_contact(desk, cast):
    User.objects.filter(pk=cast.clerk.pk).update(phone="13812345678")
    page = text(desk.get(url("list")))
    assert "王经办" in page
    assert "138****5678" in page
    assert "w***@example.test" in page
    for hidden in ("周外人", "孙监督", "13812345678", "wang@example.test"):
        assert hidden not in page


@pytest.mark.parametrize(
    ("asked", "found", "left_out"),
    [
        ("name=wang", "王经办", "赵审核"),
        ("role=signer", "钱签发", "王经办"),
        ("state=off", "没有符合条件", "王经办"),
        ("organ=x", "没有符合条件", "王经办"),
    ],
)
def test_the_list_narrows_down(desk, asked, found, left_out):
    page = text(desk.get(f"{url('list')}?{asked}"))
    assert found in page
    assert left_out not in page


def test_who_holds_a_post_here_stands_in_the_list_without_a_page(desk, cast):
    Post.objects.create(user=cast.stranger, agency=cast.town, role="reader", since=TODAY)
    page = text(desk.get(url("list")))
    assert "周外人" in page
    assert url("person", cast.stranger) not in page
    assert desk.get(url("person", cast.stranger)).status_code == 404


def test_who_belongs_to_no_organ_is_in_nobodys_reach(desk, cast):
    assert desk.get(url("person", cast.nobody)).status_code == 404
    assert desk.post(url("link", cast.nobody)).status_code == 404


def test_the_page_tells_posts_sign_in_and_history(desk, cast):
    desk.post(url("deactivate", cast.reader), {"reason": "已经离职"})
    page = text(desk.get(url("person", cast.reader)))
    for said in (
        "只读",
        "2019-01-01",
        "在任",
        "还没有登录过",
        "没有启用",
        "停用账号",
        "理由：已经离职",
    ):
        assert said in page


def test_a_supervisor_sees_and_changes_nothing(client, cast):
    client.force_login(cast.supervisor)
    page = text(client.get(url("person", cast.clerk)))
    assert "修改资料" not in page
    assert client.post(url("deactivate", cast.clerk), {"reason": "不该可以"}).status_code == 404


def test_opening_the_full_contact_is_journaled_and_its_content_is_not(desk, cast):
    assert "wang@example.test" in text(desk.get(url("edit", cast.clerk)))
    entry = Entry.objects.get(act="accounts.read_contact")
    assert (entry.object_id, entry.after) == (str(cast.clerk.pk), {})


def test_of_two_edits_at_once_the_second_is_told(desk, cast):
    seen = re.search(r'name="seen" value="(\w+)"', text(desk.get(url("edit", cast.clerk))))[1]
    first = {"seen": seen, "name": "王一", "email": "", "phone": ""}
    assert desk.post(url("edit", cast.clerk), first).status_code == 302
    assert "已经保存过这条记录" in text(
        desk.post(url("edit", cast.clerk), {**first, "name": "王二"})
    )
    assert User.objects.get(pk=cast.clerk.pk).name == "王一"


def test_a_post_is_given_for_a_time_and_ended_with_a_reason(desk, cast):
    said = {"agency": cast.town.pk, "role": "reader", "since": str(TODAY), "until": "2999-01-01"}
    assert desk.post(url("give_post", cast.clerk), said).status_code == 302
    post = Post.objects.get(user=cast.clerk, role="reader")
    assert "请填写" in text(desk.post(url("end_post", post), {"until": str(TODAY), "reason": ""}))
    desk.post(
        url("end_post", post), {"seen": "2999-01-01", "until": str(TODAY), "reason": "跟班结束"}
    )
    assert Post.objects.get(pk=post.pk).until == TODAY


def test_the_last_administrator_is_told_beside_the_form(desk, cast):
    page = text(desk.post(url("deactivate", cast.administrator), {"reason": "我要走了"}))
    assert "最后一位管理员" in page
    assert "我要走了" in page


def test_a_new_link_voids_the_password_and_is_shown_once(desk, cast):
    assert "/account/password/reset/key/" in text(desk.post(url("link", cast.clerk)))
    assert not User.objects.get(pk=cast.clerk.pk).has_usable_password()
    assert "还没有设置" in text(desk.get(url("person", cast.clerk)))


def test_a_lock_is_seen_and_lifted(desk, client, cast):
    for _ in range(5):
        type(client)().post("/account/login/", {"login": "wang", "password": "不对的口令-123"})
    assert "已锁定" in text(desk.get(url("person", cast.clerk)))
    desk.post(url("unlock", cast.clerk), {"reason": "电话核实本人"})
    assert "已锁定" not in text(desk.get(url("person", cast.clerk)))


RULES = {
    "failures_before_lock": 5, "lock_minutes": 30, "session_hours": 8, "max_sessions": 2,
    "second_factor_roles": ["signer"], "second_factor_from": "2027-01-01", "grace_days": 14,
}  # fmt: skip


@pytest.fixture
def ruling(desk, cast):
    """The town's site is the main one; what the form carries along."""
    SiteIdentity.objects.create(agency=cast.town, main=True, name="镇", sponsor="镇")
    return re.search(r'name="seen" value="(\w+)"', text(desk.get(url("rules"))))[1]


def test_the_main_organ_sets_the_rules_and_the_journal_keeps_both(desk, ruling):
    assert desk.post(url("rules"), {**RULES, "seen": ruling}).status_code == 302
    assert SignInRules.objects.get().lock_minutes == 30
    entry = Entry.objects.get(act="accounts.set_rules")
    assert (entry.before["lock_minutes"], entry.after["lock_minutes"]) == (15, 30)
    assert "已经保存过这条记录" in text(desk.post(url("rules"), {**RULES, "seen": ruling}))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"failures_before_lock": 0}, "不能小于 3"),
        ({"session_hours": 99}, "不能大于 24"),
        ({"second_factor_from": ""}, "自哪一天起"),
        ({"lock_minutes": "x"}, "请填写整数"),
    ],
)
def test_rules_that_guard_nothing_are_refused(desk, ruling, said, why):
    assert why in text(desk.post(url("rules"), {**RULES, "seen": ruling, **said}))
    assert not SignInRules.objects.exists()


def test_an_administrator_elsewhere_sets_no_rules(desk, cast):
    SiteIdentity.objects.create(agency=cast.county, main=True, name="县", sponsor="县")
    assert desk.get(url("rules")).status_code == 404
    assert "登录规则" not in text(desk.get(url("list")))


def test_the_desks_search_finds_people_within_reach(cast):
    assert [hit.title for hit in search_for(cast.administrator, "wang")] == ["王经办"]
    assert not [hit for hit in search_for(cast.administrator, "周外人") if hit.kind == "人员"]
    assert not [hit for hit in search_for(cast.clerk, "王经办") if hit.kind == "人员"]


def test_who_is_late_with_a_second_factor_opens_no_page_about_people(client, cast):
    SignInRules.objects.create(pk=1, second_factor_roles=["administrator"], second_factor_from="2020-01-01")  # fmt: skip
    client.post("/account/login/", {"login": "wu", "password": PASSWORD})
    assert client.get(url("list")).headers["Location"] == reverse("mfa_index")
