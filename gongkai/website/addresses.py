"""Parts of addresses that are no plain words or numbers: a month, a national column that is listed by month."""

from django.urls.converters import StringConverter


class MonthConverter(StringConverter):
    """``2025-11``."""

    regex = "[0-9]{4}-(?:0[1-9]|1[0-2])"


class ListedConverter(StringConverter):
    """The national columns that grow: the guide is one text, and reports stand by year."""

    regex = "systems|content"
