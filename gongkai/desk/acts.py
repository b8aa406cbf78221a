"""Acts of the desk itself."""

from gongkai.common.permissions import Act

ACTS = (Act("desk.outbox", "处理未送达的消息", {"administrator": "below"}),)
