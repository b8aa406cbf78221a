"""Fills the peer's empty database with the content that ``bench.page.ours`` wrote."""

import json

from django.conf import settings
from django.core.management import call_command
from wagtail.models import Page, Site

from bench.page.peer.models import HomePage, NoticePage, ReportPage


def fill() -> None:
    """Tables and pages; a filled database stays."""
    call_command("makemigrations", "peer", verbosity=0)
    call_command("migrate", verbosity=0)
    if HomePage.objects.exists():
        return
    place = settings.HOME.parent / "content.json"
    content = json.loads(place.read_text(encoding="utf-8"))
    Page.objects.filter(depth=2).delete()
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(
            title="青石镇人民政府政府信息公开",
            slug="home",
            questions=content["questions"],
            figures=content["figures"],
        )
    )
    Site.objects.all().delete()
    Site.objects.create(hostname="127.0.0.1", root_page=home, is_default_site=True)
    add_pages(home, content)


def add_pages(home: HomePage, content: dict) -> None:
    """The columns in the menu, the notices, the report at its address."""
    for slug, title in (
        ("guide", "政府信息公开指南"),
        ("systems", "政府信息公开制度"),
        ("content", "法定主动公开内容"),
    ):
        home.add_child(instance=NoticePage(title=title, slug=slug, show_in_menus=True))
    reports = home.add_child(
        instance=NoticePage(title="政府信息公开年报", slug="reports", show_in_menus=True)
    )
    for number, (title, document_number, body) in enumerate(content["notices"]):
        notice = NoticePage(
            title=title, slug=f"n{number}", document_number=document_number, body=body
        )
        home.add_child(instance=notice).save_revision().publish()
    body = json.dumps(content["parts"], ensure_ascii=False)
    reports.add_child(instance=ReportPage(title=content["title"], slug="2024", body=body))
