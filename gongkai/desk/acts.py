"""Acts of the desk itself."""

from gongkai.common.permissions import Act

ACTS = (
    Act("desk.outbox", "处理未送达的消息", {"administrator": "below"}),
    Act("desk.subscriptions", "查看邮件订阅的数量，按本人要求停止发送", {"administrator": "own"}),
)
JOURNAL = {"desk.stop_subscriptions": "按本人要求停止邮件订阅"}
