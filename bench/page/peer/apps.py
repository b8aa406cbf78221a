"""The peer's pages."""

from django.apps import AppConfig


class PeerConfig(AppConfig):
    """Starts the peer's pages."""

    name = "bench.page.peer"
    label = "peer"
