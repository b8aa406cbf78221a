"""Everything that changes an item, one function per act: lock, ask the law, change, journal, announce."""

from gongkai.publishing.actions.attachments import attach, detach
from gongkai.publishing.actions.bring_out import bring_out
from gongkai.publishing.actions.create_draft import create_draft
from gongkai.publishing.actions.index_numbers import set_index_pattern
from gongkai.publishing.actions.links import link, unlink
from gongkai.publishing.actions.plans import set_plan
from gongkai.publishing.actions.publish import publish
from gongkai.publishing.actions.review import CLAIM_HOURS, claim, review, send_back, unclaim
from gongkai.publishing.actions.revise import drop_revision, restore, revise
from gongkai.publishing.actions.save_draft import save_draft
from gongkai.publishing.actions.set_up_columns import set_up_columns
from gongkai.publishing.actions.submit import submit, take_back
from gongkai.publishing.actions.take_in import draft_from_file, take_in
from gongkai.publishing.actions.withdraw import withdraw

__all__ = [
    "CLAIM_HOURS",
    "attach",
    "bring_out",
    "claim",
    "create_draft",
    "detach",
    "draft_from_file",
    "drop_revision",
    "link",
    "publish",
    "restore",
    "review",
    "revise",
    "save_draft",
    "send_back",
    "set_index_pattern",
    "set_plan",
    "set_up_columns",
    "submit",
    "take_back",
    "take_in",
    "unclaim",
    "unlink",
    "withdraw",
]
