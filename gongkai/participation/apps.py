"""意见征集和互动"""

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    """Fills the registries of the desk when it starts."""

    name = "gongkai.participation"
    label = "participation"
    verbose_name = "征集、互动"

    def ready(self) -> None:
        """Declare the acts and their words in the journal."""
        from gongkai.audit.labels import name_acts, name_fields, name_values
        from gongkai.common.permissions import declare
        from gongkai.participation.acts import ACTS, FIELDS, JOURNAL, VALUES

        declare(*ACTS)
        name_acts(JOURNAL)
        for kind, labels in FIELDS.items():
            name_fields(kind, labels)
        for (kind, key), words in VALUES.items():
            name_values(kind, key, words)
