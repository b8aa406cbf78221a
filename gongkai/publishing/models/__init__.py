"""Columns, items of information and the versions of their texts."""

from gongkai.publishing.models.column import Column
from gongkai.publishing.models.item import Item, ItemVersion

__all__ = ["Column", "Item", "ItemVersion"]
