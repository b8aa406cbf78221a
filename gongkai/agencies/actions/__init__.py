"""Writes to the tree of organs, one file per act; every act is journaled in its own transaction."""

from gongkai.agencies.actions.close import close, reopen
from gongkai.agencies.actions.contact import edit_contact
from gongkai.agencies.actions.create import AgencyFacts, create, enter
from gongkai.agencies.actions.departments import add_department, close_department, rename_department
from gongkai.agencies.actions.facts import edit_facts
from gongkai.agencies.actions.identity import enter_identity, set_identity
from gongkai.agencies.actions.letter_facts import edit_letter_facts
from gongkai.agencies.actions.move import move
from gongkai.agencies.actions.rename import rename

__all__ = [
    "AgencyFacts",
    "add_department",
    "close",
    "close_department",
    "create",
    "edit_contact",
    "edit_facts",
    "edit_letter_facts",
    "enter",
    "enter_identity",
    "move",
    "rename",
    "rename_department",
    "reopen",
    "set_identity",
]
