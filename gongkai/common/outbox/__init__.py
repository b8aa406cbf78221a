"""Effects that must follow a change exactly when the change stands: put in its transaction, delivered by the worker afterwards.

Not here: what the effects are; the app that knows registers its function with ``handle`` when it starts.
"""

from gongkai.common.outbox.actions import gather, hasten, put
from gongkai.common.outbox.delivery import deliver_due
from gongkai.common.outbox.registry import GiveUp, handle

__all__ = ["GiveUp", "deliver_due", "gather", "handle", "hasten", "put"]
