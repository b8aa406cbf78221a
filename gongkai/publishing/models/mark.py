"""Marks of sealed texts, by which an old text that is handed in as a new one is found."""

from django.db import models

from gongkai.publishing.models.item import ItemVersion


class TextMark(models.Model):
    """One of a text's few marks (``publishing.likeness``)."""

    version = models.ForeignKey(ItemVersion, on_delete=models.CASCADE, related_name="marks")
    value = models.BigIntegerField("印记", db_index=True)

    def __str__(self) -> str:
        return f"{self.version}的印记"
