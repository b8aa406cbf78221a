"""Fills the bench's own installation: a township with its site, its report of 2024, earlier years, some notices.

Writes the same content to a file for the peer.
"""

import json
import os
from html import escape
from pathlib import Path

from django.core.management import call_command
from django.test import Client
from lxml import html

from gongkai.release.models import PublicDocument
from tests.people import make_agency
from tests.website.released import make_main, release, release_report

FIGURES = {"received": 19, "carried_in": 1, "concluded": 18, "carried_out": 2, "granted": 18}

BODY = (
    "<p>为规范城乡居民最低生活保障工作，根据有关规定，结合本镇实际，现将有关事项通知如下，请各村（社区）认真贯彻执行。</p>"
    * 12
)


def fill() -> None:
    """An empty database gets its content; a filled one stays."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if PublicDocument.objects.exists():
        return
    town = make_agency("320001", "青石镇人民政府")
    make_main(town)
    for number in range(200):
        release(
            town,
            title=f"关于第{number}号事项的通知",
            document_number=f"青政发〔2025〕{number}号",
            body=BODY,
            number=number + 1,
        )
    for year in (2021, 2022, 2023):
        release_report(town, year, number=year)
    release_report(town, 2024, number=2024, requests=FIGURES)


def drawn(address: str) -> html.HtmlElement:
    """One of our pages."""
    answer = Client(headers={"host": "127.0.0.1"}).get(address)
    return html.fromstring(answer.content.decode())


def inside(element: html.HtmlElement) -> str:
    """The mark-up of an element."""
    return html.tostring(element, encoding="unicode").strip()


def parts() -> list[dict[str, str]]:
    """The report as a person would enter it in the peer: headings, paragraphs, and tables and charts as mark-up."""
    found = []
    for element in drawn("/reports/2024/").xpath("//article/*"):
        text = element.text_content().strip()
        if element.tag == "h2":
            found.append({"type": "heading", "value": text})
        elif element.tag == "p":
            found.append({"type": "paragraph", "value": f"<p>{escape(text)}</p>"})
        elif element.tag != "h1":
            found.append({"type": "html", "value": inside(element)})
    return found


def write_content() -> None:
    """What the peer's set-up reads."""
    home = drawn("/")
    notices = PublicDocument.objects.filter(kind="content").values_list(
        "title", "document_number", "body"
    )
    content = {
        "title": "青石镇人民政府2024年政府信息公开工作年度报告",
        "parts": parts(),
        "questions": inside(home.xpath("//div[@class='questions']")[0]),
        "figures": inside(home.xpath("//section[@aria-labelledby='figures']")[0]),
        "notices": list(notices),
    }
    place = Path(os.environ["GONGKAI_HOME"]).parent / "content.json"
    place.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
