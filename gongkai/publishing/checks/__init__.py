"""Checks before release: one file each, all of them asked about one version of an item. Reads only; ``actions`` decide what follows."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from gongkai.agencies.models import Agency
from gongkai.publishing.checks import (
    dates,
    duplicates,
    files,
    links,
    metadata,
    old_site,
    personal,
    pictures,
    presentations,
    secrecy,
    titles,
    words,
)
from gongkai.publishing.checks.finding import Finding
from gongkai.publishing.checks.subject import Subject, subject_of
from gongkai.publishing.checks.table import CHECKS, OFF, check_row
from gongkai.publishing.models import CheckRules, FindingOverride, ItemVersion

__all__ = ["Finding", "Subject", "findings", "severities_of", "standing", "subject_of"]

ASKED: Mapping[Callable[[Subject], Iterator[Finding]], Collection[str]] = {
    secrecy.found: ("secrecy_mark",),
    personal.found: ("personal_data", "contact_data"),
    files.found: ("personal_data", "contact_data", "hidden_personal_data", "hidden_content", "unread_file"),
    metadata.found: ("required_facts", "facts"),
    old_site.found: ("old_site",),
    dates.found: ("dates",),
    words.found: ("wording",),
    links.found: ("bad_links", "foreign_links", "dead_links", "hijacked_links"),
    pictures.found: ("picture_words",),
    presentations.found: ("form", "form_words", "form_sums", "form_tables"),
    titles.found: ("long_title",),
    duplicates.found: ("duplicate",),
}  # fmt: skip
"""Each check with the rows of the table whose findings it makes."""


def severities_of(agency: Agency) -> dict[str, str]:
    """By key, how grave the organ takes each check."""
    rules = CheckRules.objects.filter(agency=agency).first()
    own = rules.severities if rules else {}
    return {row.key: row.severity if row.fixed else own.get(row.key, row.severity) for row in CHECKS}  # fmt: skip


def findings(subject: Subject, *, only_blocking: bool = False) -> list[Finding]:
    """What the checks find, the gravest first. ``only_blocking`` asks those alone that can stop a release here."""
    grave = severities_of(subject.item.agency)
    wanted = {
        key for key, severity in grave.items() if severity == "blocking" or not only_blocking
    } - {key for key, severity in grave.items() if severity == OFF}
    found = [
        replace(each, severity=grave[each.check])
        for check, keys in ASKED.items()
        if wanted & set(keys)
        for each in check(subject)
        if each.check in wanted
    ]
    order = [row.key for row in CHECKS]
    return sorted(found, key=lambda each: (each.severity != "blocking", order.index(each.check)))


def standing(found: Collection[Finding], version: ItemVersion) -> list[Finding]:
    """The blocking findings that nobody let stand with a reason."""
    let = set(FindingOverride.objects.filter(version=version).values_list("check_key", "mark"))
    return [
        each for each in found if each.severity == "blocking" and (each.check, each.mark) not in let
    ]


def labels() -> dict[str, str]:
    """By key, what each check is called."""
    return {row.key: check_row(row.key).label for row in CHECKS}
