"""Finds reports for the desk's search: by the organ's name, the year, the title, and the words of the chapters.

Drafts are found by what was written, fields in its sentences; signed reports by what people read, figures and all.
"""

import re
from functools import reduce
from operator import and_

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.annual_reports.models import ReportVersion
from gongkai.annual_reports.queries import visible
from gongkai.common.desk_search import Hit

MOST_WORDS = 8
_CHINESE = re.compile("[\u4e00-\u9fff]")


def search_reports(person: User, words: str, most: int) -> list[Hit]:
    """The reports that the person may see and that hold every word; newest first."""
    wanted = words.replace("\0", "").split()[:MOST_WORDS]
    if not wanted:
        return []
    found = visible(person).filter(reduce(and_, (_holds(word) for word in wanted)))
    return [
        Hit(
            "年度报告",
            str(report),
            reverse("annual_reports:report", kwargs={"pk": report.pk}),
            report.stands.label,
        )
        for report in found.order_by("-year", "agency__code")[:most]
    ]


def _holds(word: str) -> Q:
    texts = Q(organ__contains=word) | Q(title__contains=word) | Q(agency__name__contains=word)
    texts |= Q(chapters__overview__icontains=word) | Q(chapters__problems__icontains=word)
    if _CHINESE.search(word):  # the frozen JSON names its cells in English, and is full of figures
        signed = ReportVersion.objects.filter(report=OuterRef("pk"), frozen__contains=word)
        texts |= Q(Exists(signed))
    number = word.removesuffix("年度").removesuffix("年")
    return (
        texts | Q(year=int(number))
        if number.isascii() and number.isdigit() and len(number) == 4
        else texts
    )
