"""Pages made for looking at the frames: every block once, forms right and wrong, and each refusal. Only tests open them."""

from pathlib import Path

from django import forms
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import include, path

from gongkai.common.conflicts import compare
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.law.citation import Cite

FOLDER = Path(__file__).parent / "templates"
SITE = {
    "name": "青石镇人民政府",
    "root": "/",
    "demo": True,
    "identifier": "3200000001",
    "icp": "某ICP备00000000号",
    "police": "某公网安备00000000000000号",
    "correct_url": "/correct/",
    "organs": [
        {"name": "临川县人民政府", "url": "/o/320000/", "current": False},
        {"name": "青石镇人民政府", "url": "/", "current": True},
    ],
    "contact": {
        "office": "青石镇党政办公室",
        "address": "青石镇人民路 1 号",
        "telephone": "0000-0000000",
        "hours": "工作日 8:30—12:00，14:00—17:30",
    },
}


LABELS = {"title": "标题", "text": "正文"}
MINE = {"title": "关于防汛的通知", "text": "各村：\n汛期将至。"}
THEIRS = {"title": "关于做好 2024 年防汛工作的通知", "text": ""}


class Everything(forms.Form):
    """One field of each sort."""

    title = forms.CharField(label="标题", help_text="像公文那样写全称", max_length=20)
    number = forms.CharField(label="文号", required=False)
    day = forms.DateField(label="成文日期", widget=forms.DateInput(attrs={"type": "date"}))
    pages = forms.IntegerField(label="页数", min_value=1)
    kind = forms.ChoiceField(label="体裁", choices=(("notice", "通知"), ("reply", "批复")))
    way = forms.ChoiceField(
        label="公开方式",
        choices=(("open", "主动公开"), ("ask", "依申请公开")),
        widget=forms.RadioSelect,
        help_text="拿不准时先选依申请公开",
    )
    themes = forms.MultipleChoiceField(
        label="主题",
        choices=(("a", "财政"), ("b", "民政")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sure = forms.BooleanField(label="已经过保密审查", help_text="没有审查过的不能公开")
    file = forms.FileField(label="附件", required=False)
    text = forms.CharField(label="正文", widget=forms.Textarea)


def page(name, **more):
    def view(request):
        pages = Paginator(range(400), 20).page(request.GET.get("page", 7))
        template = engines["django"].from_string((FOLDER / name).read_text(encoding="utf-8"))
        context = {
            "site": SITE,
            "section": "guide",
            "page": pages,
            **{key: make() for key, make in more.items()},
        }
        return HttpResponse(template.render(context, request))

    return view


class Note(forms.Form):
    """A form whose drafts are kept."""

    title = forms.CharField(label="标题")
    way = forms.ChoiceField(
        label="公开方式",
        choices=(("open", "主动公开"), ("ask", "依申请公开")),
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label="正文", widget=forms.Textarea, required=False)


def drafting(request):
    """Saves nothing, but answers like a view that does."""
    form = Note(sent(request))
    if request.method == "POST" and form.is_valid():
        return HttpResponseRedirect("/blocks/")
    template = engines["django"].from_string((FOLDER / "draft.html").read_text(encoding="utf-8"))
    return HttpResponse(template.render({"form": form}, request))


def failing(error):
    def view(request):
        raise error

    return view


REFUSAL = Refusal(
    "这份年报是您提交的，要由另一个人复核", cite=Cite("条例", 17), next_step="请审核岗位的同事打开"
)

urlpatterns = [
    path("blocks/", page("blocks.html"), name="blocks"),
    path("blocks/below/", page("blocks.html"), name="blocks-below"),
    path("desk-page/", page("desk.html", form=Everything), name="desk-page"),
    path("conflict/", page("conflict.html", rows=lambda: compare(MINE, THEIRS, LABELS))),
    path("draft/", drafting),
    path("wrong/", page("desk.html", form=lambda: Everything({"title": "很长" * 20}))),
    path("site-page/", page("site.html")),
    path("plain-page/", page("plain.html", form=Everything)),
    path("bare/", page("bare.html")),
    path("refusal/", failing(REFUSAL)),
    path("400/", failing(SuspiciousOperation())),
    path("403/", failing(PermissionDenied())),
    path("500/", failing(RuntimeError("a mistake made for the test"))),
    path("", include("gongkai.config.urls")),
]
