"""What people type into the pages of requests, and how a page is read."""

TODAY = "2026-11-05"
REQUEST = {
    "channel": "counter",
    "day": "2026-11-02",
    "request_kind": "disclosure",
    "title": "2025年东街改造征地补偿方案",
    "wanted": "申请公开方案全文",
    "kind": "natural_person",
    "name": "李申请人",
    "identity_type": "resident_card",
    "identity_number": "320000199001011234",
    "phone": "13912345678",
}
REPLY = {"statement": "现予提供", "say_0": "方案一份"}


def text(answer):
    """The page as text."""
    return answer.content.decode()


def by_hand(day=TODAY):
    """How a letter is handed over."""
    return {"way": "direct", "sent_on": day, "received_on": day}
