"""The number of the request being answered, for the journal; empty outside requests."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
