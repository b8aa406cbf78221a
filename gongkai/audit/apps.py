"""The journal."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Starts after ``common``."""

    name = "gongkai.audit"
    label = "audit"
    verbose_name = "办事留痕"
