"""Drafts of 青石镇 in a form other than text."""

from gongkai.publishing.actions import choose_presentation, publish, save_presentation, submit
from gongkai.publishing.models import Item
from gongkai.release.actions import refresh_item
from tests.people import Cast
from tests.publishing.items import NOW, draft, passed

FORM_EDITORS = {
    "questions": "questions",
    "picture_set": "pictures",
    "one_picture": "one_picture",
    "video": "video",
    "audio": "audio",
    "chart": "chart",
    "accounts": "accounts",
}
"""By the name of an address, the form that it edits."""
CAPTIONED = {
    "link": "https://v.example.gov.cn/1",
    "captions": [{"start": 0, "end": 1000, "words": "大家好"}],
    "transcript": "大家好",
}
ASKED = {
    "questions": [
        {"question": "补贴什么时候发放？", "answer": "公示期满以后发放。\n发到一卡通。"},
        {"question": "到哪里申请？", "answer": "到镇政务服务中心申请。"},
    ]
}


def in_form(cast: Cast, key: str, **text: str) -> Item:
    """A draft that has the form, with nothing in it yet."""
    item = draft(cast, **text)
    seen = item.version
    return choose_presentation(item=item, key=key, seen_version=seen, by=cast.clerk, now=NOW)


def with_form(cast: Cast, key: str, data: dict, added=(), **text: str) -> Item:
    """A draft that has the form with this data."""
    item = in_form(cast, key, **text)
    return save_presentation(
        item=item,
        key=key,
        data=data,
        added=added,
        seen_version=item.version,
        by=cast.clerk,
        now=NOW,
    )


def brought_out_in_form(cast: Cast, item: Item) -> Item:
    """The draft, reviewed, signed and copied for the public."""
    sent = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer)
    made = publish(item=sent, by=cast.signer, now=NOW)
    refresh_item({"item": made.pk}, NOW)
    return made
