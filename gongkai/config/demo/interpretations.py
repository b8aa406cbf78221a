"""What explains the township's one normative document: a picture set and a page of questions, each tied to it."""

import io
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.config.demo.cast import MARK, TOWN, Stage
from gongkai.config.demo.items import moment
from gongkai.publishing.actions import (
    choose_presentation,
    create_draft,
    link,
    publish,
    review,
    save_presentation,
    submit,
)
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.actions.web_pictures import take_picture
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Column, Item
from gongkai.publishing.presentations import Data
from gongkai.publishing.reviewing import Secrecy

DAY = (2022, 6, 13)
POLICY = f"演示镇村级公益事业管理办法（{MARK}）"
SIZE = (1000, 560)
STEPS = (
    (
        "立项：村民会议或者村民代表会议讨论通过",
        "五个圆点围成一圈，中间一张表：村民围坐讨论立项",
        "#0b57a4",
    ),
    ("施工：村务监督委员会到现场查看", "一条向前的路，路边站着两个人：施工时有人查看", "#1a6b3a"),
    (
        "验收：结果和花了多少钱都要公开",
        "一块公示栏，上面三行横线：验收结果和支出张榜公开",
        "#7a4f00",
    ),
)
"""Caption, words for who does not see it, colour."""
QUESTIONS = (
    (
        "哪些事项要村民讨论通过？",
        "村级公益事业的立项、筹资筹劳，要经村民会议或者村民代表会议讨论通过。",
    ),
    (
        "花了多少钱，到哪里看？",
        "在村务公开栏张榜公布，也在镇政府网站公开。\n看不懂、有疑问的，可以打公开工作机构的电话问。",
    ),
    ("不同意筹资怎么办？", "可以在讨论时说明意见，也可以向镇政府反映。"),
)


def drawing(number: int, colour: str) -> bytes:
    """A simple picture for one step, drawn here so that no file is needed."""
    image = Image.new("RGB", SIZE, "#f4f6f9")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 24), fill=colour)
    if number == 0:
        pen.rectangle((420, 230, 580, 330), fill="white", outline=colour, width=6)
        for x, y in ((500, 120), (300, 220), (700, 220), (350, 430), (650, 430)):
            pen.ellipse((x - 45, y - 45, x + 45, y + 45), fill=colour)
    elif number == 1:
        pen.polygon(((180, 520), (820, 520), (560, 160), (440, 160)), fill="#c9d0d8")
        for x in (130, 870):
            pen.ellipse((x - 40, 250, x + 40, 330), fill=colour)
            pen.rectangle((x - 40, 340, x + 40, 500), fill=colour)
    else:
        pen.rectangle((250, 120, 750, 440), fill="white", outline=colour, width=10)
        pen.rectangle((480, 440, 520, 540), fill=colour)
        for y in (200, 280, 360):
            pen.rectangle((310, y - 10, 690, y + 10), fill=colour)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def picture_set(agency: Agency, by: User, now: datetime) -> tuple[Data, list[Any]]:
    """The three steps as pictures, and the files of them."""
    rows, files = [], []
    for number, (caption, alt, colour) in enumerate(STEPS):
        given = ContentFile(drawing(number, colour), name=f"步骤{number + 1}.png")
        taken = take_picture(agency=agency, upload=given, by=by, now=now)
        rows.append({**taken.drawn[0], "caption": f"{caption}（{MARK}）", "alt": alt})
        files.append(taken.given)
    return {"pictures": rows}, files


def explain(stage: Stage) -> None:
    """Bring out both, and tie them to the document."""
    agency, clerk = stage.organs[TOWN], stage.holder(TOWN, "clerk")
    policy = Item.objects.get(agency=agency, title=POLICY)
    asked = {"questions": [{"question": one, "answer": other} for one, other in QUESTIONS]}
    data, files = picture_set(agency, clerk, moment(DAY, 9))
    made: tuple[tuple[str, str, Data, list[Any]], ...] = (
        ("pictures", "图说《演示镇村级公益事业管理办法》", data, files),
        ("questions", "《演示镇村级公益事业管理办法》问答", asked, []),
    )
    for form, title, content, added in made:
        item = _published(stage, form, f"{title}（{MARK}）", content, added)
        link(source=item, target=policy, kind="interprets", by=clerk, now=moment(DAY, 16))


def _published(stage: Stage, form: str, title: str, data: Data, added: list[Any]) -> Item:
    """One interpretation, by the people whose job it is."""
    clerk, reviewer = stage.holder(TOWN, "clerk"), stage.holder(TOWN, "reviewer")
    column = Column.objects.get(agency=stage.organs[TOWN], key="content")
    facts = Facts(genre="interpretation", catalogue_keys=("rules_and_normative_documents",))
    text = Text(title, facts=facts, summary="用几句话、几张图说明办法里和村民有关的内容")
    now = moment(DAY, 10)
    item = create_draft(column=column, text=text, by=clerk, now=now)
    item = choose_presentation(item=item, key=form, seen_version=item.version, by=clerk, now=now)
    item = save_presentation(item=item, key=form, data=data, added=added, seen_version=item.version, by=clerk, now=now)  # fmt: skip
    item = submit(item=item, by=clerk, now=moment(DAY, 11))
    cleared = Secrecy("may_publish")
    item = review(item=item, by=reviewer, now=moment(DAY, 14), secrecy=cleared)
    return publish(item=item, by=stage.holder(TOWN, "signer"), now=moment(DAY, 15))
