"""Columns, items of information, the versions of their texts with facts and attachments, the ties between items, the checks."""

from gongkai.publishing.models.attachment import Attachment
from gongkai.publishing.models.batch import Batch, BatchRow
from gongkai.publishing.models.catalogue import CatalogueEntry
from gongkai.publishing.models.checks import (
    CheckRules,
    FileSurvey,
    FindingOverride,
    LinkCheck,
    OrganWord,
)
from gongkai.publishing.models.column import Column
from gongkai.publishing.models.hand_over import HandOver
from gongkai.publishing.models.item import Item, ItemVersion
from gongkai.publishing.models.link import ItemLink
from gongkai.publishing.models.mark import TextMark
from gongkai.publishing.models.old_site import OldAddress, OldColumn
from gongkai.publishing.models.remark import Remark
from gongkai.publishing.models.review import Review, ReviewPlan
from gongkai.publishing.models.rules import IndexSerial, PublishingRules
from gongkai.publishing.models.urgent import UrgentRelease

__all__ = [
    "Attachment",
    "Batch",
    "BatchRow",
    "CatalogueEntry",
    "CheckRules",
    "Column",
    "FileSurvey",
    "FindingOverride",
    "HandOver",
    "IndexSerial",
    "Item",
    "ItemLink",
    "ItemVersion",
    "LinkCheck",
    "OldAddress",
    "OldColumn",
    "OrganWord",
    "PublishingRules",
    "Remark",
    "Review",
    "ReviewPlan",
    "TextMark",
    "UrgentRelease",
]
