"""The journal."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Starts after ``common``."""

    name = "gongkai.audit"
    label = "audit"
    verbose_name = "办事留痕"

    def ready(self) -> None:
        """Have witnesses put out by the outbox."""
        from gongkai.audit import witness
        from gongkai.common.outbox import handle

        handle(witness.KIND, witness.deliver, outside=True)
