"""Everything that changes an item, one function per act: lock, ask the law, change, journal, announce."""

from gongkai.publishing.actions.accounts import save_accounts
from gongkai.publishing.actions.aftercare import (
    confirm,
    do_without_interpretation,
    set_aftercare,
)
from gongkai.publishing.actions.attachments import attach, detach
from gongkai.publishing.actions.batches import confirm_batch, drop_batch, prepare_batch
from gongkai.publishing.actions.bring_out import bring_out
from gongkai.publishing.actions.catalogue import add_entry, change_entry, remove_entry
from gongkai.publishing.actions.columns import (
    add_column,
    change_column,
    close_column,
    move_column,
    reopen_column,
)
from gongkai.publishing.actions.create_draft import create_draft
from gongkai.publishing.actions.file import file, reassess
from gongkai.publishing.actions.hand_over import hand_over
from gongkai.publishing.actions.index_numbers import set_index_pattern
from gongkai.publishing.actions.links import link, unlink
from gongkai.publishing.actions.many import publish_many, review_many
from gongkai.publishing.actions.mask import mask
from gongkai.publishing.actions.mask_file import masked_file, replace_file
from gongkai.publishing.actions.move_item import move_item
from gongkai.publishing.actions.old_site import (
    keep_old_columns,
    prepare_old_site,
    settle_old_columns,
)
from gongkai.publishing.actions.overrides import override_finding
from gongkai.publishing.actions.plans import set_plan
from gongkai.publishing.actions.presentations import choose_presentation, save_presentation
from gongkai.publishing.actions.publish import publish, release, schedule, unschedule
from gongkai.publishing.actions.review import CLAIM_HOURS, claim, review, unclaim
from gongkai.publishing.actions.revise import drop_revision, restore, revise
from gongkai.publishing.actions.run_row import run_row
from gongkai.publishing.actions.save_draft import save_draft
from gongkai.publishing.actions.send_back import send_back
from gongkai.publishing.actions.set_up_columns import set_up_columns
from gongkai.publishing.actions.submit import submit, take_back
from gongkai.publishing.actions.survey_files import survey_file, survey_files
from gongkai.publishing.actions.take_in import draft_from_file, take_in
from gongkai.publishing.actions.timer_rules import set_timer_rules
from gongkai.publishing.actions.try_links import ask_for_links
from gongkai.publishing.actions.urgent import approve_later, publish_urgently
from gongkai.publishing.actions.validity import set_validity
from gongkai.publishing.actions.withdraw import withdraw

__all__ = [
    "CLAIM_HOURS",
    "add_column",
    "add_entry",
    "approve_later",
    "ask_for_links",
    "attach",
    "bring_out",
    "change_column",
    "change_entry",
    "choose_presentation",
    "claim",
    "close_column",
    "confirm",
    "confirm_batch",
    "create_draft",
    "detach",
    "do_without_interpretation",
    "draft_from_file",
    "drop_batch",
    "drop_revision",
    "file",
    "hand_over",
    "keep_old_columns",
    "link",
    "mask",
    "masked_file",
    "move_column",
    "move_item",
    "override_finding",
    "prepare_batch",
    "prepare_old_site",
    "publish",
    "publish_many",
    "publish_urgently",
    "reassess",
    "release",
    "remove_entry",
    "reopen_column",
    "replace_file",
    "restore",
    "review",
    "review_many",
    "revise",
    "run_row",
    "save_accounts",
    "save_draft",
    "save_presentation",
    "schedule",
    "send_back",
    "set_aftercare",
    "set_index_pattern",
    "set_plan",
    "set_timer_rules",
    "set_up_columns",
    "set_validity",
    "settle_old_columns",
    "submit",
    "survey_file",
    "survey_files",
    "take_back",
    "take_in",
    "unclaim",
    "unlink",
    "unschedule",
    "withdraw",
]
