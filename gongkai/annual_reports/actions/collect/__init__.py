"""Writes of the collection: what organs hand in, and what the office that collects decides on it."""

from gongkai.annual_reports.actions.collect.accept import accept, accept_sound, send_back
from gongkai.annual_reports.actions.collect.choose_organ import choose_organ
from gongkai.annual_reports.actions.collect.hand_up import hand_up
from gongkai.annual_reports.actions.collect.read_file import read_batch, settle_file
from gongkai.annual_reports.actions.collect.remind import remind
from gongkai.annual_reports.actions.collect.take_batch import take_batch, take_files, wake

__all__ = [
    "accept",
    "accept_sound",
    "choose_organ",
    "hand_up",
    "read_batch",
    "remind",
    "send_back",
    "settle_file",
    "take_batch",
    "take_files",
    "wake",
]
