"""Columns, items of information, the versions of their texts with facts and attachments, and the ties between items."""

from gongkai.publishing.models.attachment import Attachment
from gongkai.publishing.models.column import Column
from gongkai.publishing.models.item import Item, ItemVersion
from gongkai.publishing.models.link import ItemLink
from gongkai.publishing.models.review import Review, ReviewPlan
from gongkai.publishing.models.rules import IndexSerial, PublishingRules

__all__ = [
    "Attachment",
    "Column",
    "IndexSerial",
    "Item",
    "ItemLink",
    "ItemVersion",
    "PublishingRules",
    "Review",
    "ReviewPlan",
]
