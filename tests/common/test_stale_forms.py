"""Of two people who had the same record open, the second chooses field by field; nothing is overwritten silently."""

import re

import pytest
from django import forms
from django.http import QueryDict
from django.urls import reverse

from gongkai.accounts.models import Post, SignInRules, User
from gongkai.agencies.actions import add_department, edit_contact, set_identity
from gongkai.agencies.models import Agency, ContactPage, Department, SiteIdentity
from gongkai.audit.models import Entry
from gongkai.common.clock import current, law_day
from gongkai.common.stale_forms import ASKED, on_top, settled, stale_form
from gongkai.publishing.models import PublishingRules, ReviewPlan

TODAY = str(law_day(current()))


class Sample(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label="标题")
    open = forms.BooleanField(label="公开", required=False)
    ways = forms.MultipleChoiceField(
        label="渠道", choices=(("site", "网站"), ("board", "公告栏")), required=False
    )
    day = forms.DateField(label="日期", required=False)
    reason = forms.CharField(label="理由", required=False)


PRESENT = {"seen": 2, "title": "甲", "open": True, "ways": ["site"], "day": law_day(current())}


def make(data):
    return Sample(data, initial=PRESENT)


def sent(**said):
    data = QueryDict(mutable=True)
    for key, value in said.items():
        data.setlist(key, value if isinstance(value, list) else [value])
    return data


MINE = {"seen": "1", "title": "乙", "ways": ["site", "board"], "day": "", "reason": "因为"}


def test_each_value_is_asked_about_in_words():
    rows = stale_form(make(sent(**MINE)), make(None)).rows
    assert [(row.label, row.mine, row.theirs) for row in rows] == [
        ("标题", "乙", "甲"),
        ("公开", "否", "是"),
        ("渠道", "网站、公告栏", "网站"),
        ("日期", "", TODAY),
    ]


def test_everything_typed_is_kept_on_top_of_what_stands_now():
    kept = "".join(stale_form(make(sent(**MINE)), make(None)).kept)
    for field in ('name="seen" value="2"', 'name="title" value="乙"', 'name="reason" value="因为"'):
        assert field in kept
    assert f'name="{ASKED}" value="title,open,ways,day"' in kept


def test_only_what_was_chosen_is_mine_and_silence_is_theirs():
    answered = sent(**MINE, **{ASKED: "title,open,ways,day", "choose-ways": "mine"})
    form = make(settled(answered, make))
    assert form.is_valid()
    taken = {**PRESENT, "seen": 1, "ways": ["site", "board"], "reason": "因为"}
    assert form.cleaned_data == taken


def test_a_form_that_asks_nothing_of_the_record_stays_as_it_was_typed():
    bare = Sample(None, initial={"seen": 2})
    assert not stale_form(make(sent(**MINE)), bare).about_record
    assert on_top(sent(**MINE), bare)["seen"] == "2"


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.administrator)
    return client


def typed_on(page):
    """Everything that the form of a page would send, as a browser would."""
    html = page.content.decode()
    form = html[html.rindex('<form class="form"') :]
    fields = re.findall(r"<input\b[^>]*>", form)
    data = sent()
    for field in fields:
        said = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', field))
        plain = said.get("type") not in {"radio", "checkbox", "submit"}
        if said.get("name") and (plain or " checked" in field):
            data.appendlist(said["name"], said.get("value", ""))
    for name, options in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
        data[name] = re.search(r'value="([^"]*)" selected', options)[1]
    return data


def town(cast):
    return {"pk": cast.town.pk}


def contact(cast):
    return edit_contact(
        agency=cast.town, seen_version=None, facts={"office": "新的办公室"}, by=cast.administrator, now=current(),
    )  # fmt: skip


def identity(cast):
    return set_identity(
        agency=cast.town, seen_version=None, facts={"name": "新的站名"}, by=cast.administrator, now=current(),
    )  # fmt: skip


def facts(cast):
    Agency.objects.filter(pk=cast.town.pk).update(region_code="320001", version=2)


def person(cast):
    User.objects.filter(pk=cast.clerk.pk).update(name="王新名")


def rules(_cast):
    SignInRules.objects.update_or_create(pk=1, defaults={"lock_minutes": 45})


def plan(cast):
    ReviewPlan.objects.create(agency=cast.town, steps=["secrecy_review"], version=1)


def pattern(cast):
    PublishingRules.objects.create(agency=cast.town, index_pattern="{year}/{serial:05}", version=1)


def department(cast):
    Department.objects.filter(agency=cast.town).update(name="新的部门名")


FORMS = {
    "agencies:contact": (contact, "office", "我写的办公室", "新的办公室"),
    "agencies:identity": (identity, "name", "我写的站名", "新的站名"),
    "agencies:facts": (facts, "region_code", "320002", "320001"),
    "agencies:rename_department": (department, "name", "我写的部门名", "新的部门名"),
    "people:edit": (person, "name", "我写的姓名", "王新名"),
    "people:rules": (rules, "lock_minutes", "20", "45"),
    "publishing:index_pattern": (pattern, "pattern", "{year}-{serial:05}", "{year}/{serial:05}"),
}
STANDS = {
    "agencies:contact": lambda: ContactPage.objects.get(office__gt="").office,
    "agencies:identity": lambda: SiteIdentity.objects.get(main=True).name,
    "agencies:facts": lambda: Agency.objects.get(code="320001").region_code,
    "agencies:rename_department": lambda: Department.objects.get().name,
    "people:edit": lambda: User.objects.get(username="wang").name,
    "people:rules": lambda: str(SignInRules.objects.get().lock_minutes),
    "publishing:index_pattern": lambda: PublishingRules.objects.get().index_pattern,
}


@pytest.fixture
def open_page(desk, cast):
    """Open the page of a form before anybody else saves."""
    SiteIdentity.objects.create(agency=cast.town, main=True, name="青石镇", sponsor="青石镇")
    made = add_department(
        agency=cast.town, code="a", name="党政办", since=law_day(current()), by=cast.administrator, now=current(),
    )  # fmt: skip
    arguments = {
        "agencies:rename_department": {"pk": made.pk},
        "people:edit": {"pk": cast.clerk.pk},
        "people:rules": {},
    }

    def opening(name):
        url = reverse(name, kwargs=arguments.get(name, town(cast)))
        return url, typed_on(desk.get(url))

    return opening


def clash(desk, cast, open_page, name):
    """Somebody saves behind the page; gives the address and the page that answers."""
    change, field, mine, _ = FORMS[name]
    url, data = open_page(name)
    change(cast)
    data[field] = mine
    return url, desk.post(url, data)


@pytest.mark.parametrize("name", FORMS)
def test_the_second_is_asked_and_nothing_is_overwritten(desk, cast, open_page, name):
    _, field, mine, theirs = FORMS[name]
    _, page = clash(desk, cast, open_page, name)
    html = page.content.decode()
    assert page.status_code == 409
    assert "已经保存过这条记录" in html
    assert f'name="choose-{field}"' in html
    assert mine in html
    assert theirs in html
    assert STANDS[name]() == theirs


@pytest.mark.parametrize("choice", ["mine", "theirs", None])
@pytest.mark.parametrize("name", FORMS)
def test_what_was_chosen_is_saved(desk, cast, open_page, name, choice):
    _, field, mine, theirs = FORMS[name]
    url, page = clash(desk, cast, open_page, name)
    data = typed_on(page)
    if choice:
        data[f"choose-{field}"] = choice
    assert desk.post(url, data).status_code == 302
    assert STANDS[name]() == (mine if choice == "mine" else theirs)


def test_who_is_overtaken_again_while_choosing_is_asked_again(desk, cast, open_page):
    url, page = clash(desk, cast, open_page, "people:edit")
    data = typed_on(page)
    data["choose-name"] = "mine"
    User.objects.filter(pk=cast.clerk.pk).update(name="王又新")
    again = desk.post(url, data)
    assert (again.status_code, "王又新" in again.content.decode()) == (409, True)
    assert User.objects.get(pk=cast.clerk.pk).name == "王又新"


def test_the_steps_of_review_are_chosen_too(desk, cast, open_page):
    url, _ = open_page("publishing:plan")
    plan(cast)
    page = desk.post(url, {"steps": ["release_review"], "seen_version": "0"})
    assert page.status_code == 409
    assert "发布审核" in page.content.decode()
    data = typed_on(page)
    data["choose-steps"] = "mine"
    desk.post(url, data)
    assert ReviewPlan.objects.get().steps == ["release_review"]


def test_to_see_the_contact_beside_the_own_is_journaled(desk, cast, open_page):
    clash(desk, cast, open_page, "people:edit")
    assert Entry.objects.filter(act="accounts.read_contact").count() == 2


ACTS = {
    "agencies:rename": {"name": "青石街道办事处", "since": TODAY},
    "agencies:close": {"until": TODAY, "reason": "撤镇设街道"},
}


def test_an_act_on_an_organ_that_changed_is_asked_once_more(desk, cast, open_page):
    url, data = open_page("agencies:close")
    data.update(ACTS["agencies:close"])
    facts(cast)
    page = desk.post(url, data)
    html = page.content.decode()
    assert (page.status_code, "还没有办理" in html, "撤镇设街道" in html) == (409, True, True)
    assert Agency.objects.get(pk=cast.town.pk).until is None
    fresh = typed_on(page)
    fresh["reason"] = ACTS["agencies:close"]["reason"]
    assert desk.post(url, fresh).status_code == 302


def test_of_two_who_end_a_post_the_second_is_told(desk, cast):
    post = cast.clerk.posts.get()
    url = reverse("people:end_post", kwargs={"pk": post.pk})
    data = typed_on(desk.get(url))
    data.update({"until": TODAY, "reason": "调离"})
    Post.objects.filter(pk=post.pk).update(until=law_day(current()).replace(year=2999))
    page = desk.post(url, data)
    assert (page.status_code, "还没有办理" in page.content.decode()) == (409, True)
    assert Post.objects.get(pk=post.pk).until.year == 2999
