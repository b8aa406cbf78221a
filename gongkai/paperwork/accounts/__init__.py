"""Budgets and final accounts in a spreadsheet: which sheet is which open table, what stands in it, and whether it adds up.

Exact decimals, no guesses: what cannot be read or placed is said with its cell. Which tables there are is in ``law.open_accounts``.
"""

from gongkai.paperwork.accounts.across import imbalances, unreadable
from gongkai.paperwork.accounts.findings import Imbalance
from gongkai.paperwork.accounts.key_figures import key_figures
from gongkai.paperwork.accounts.layout import laid_out
from gongkai.paperwork.accounts.recognise import recognised
from gongkai.paperwork.accounts.table import AccountsTable, HeadCell

__all__ = [
    "AccountsTable",
    "HeadCell",
    "Imbalance",
    "imbalances",
    "key_figures",
    "laid_out",
    "recognised",
    "unreadable",
]
