"""What an organ published in a year, counted from the items of ``publishing``: texts, not postings on channels. Reads only."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from gongkai.agencies.models import Agency
from gongkai.annual_reports.counts import Count
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.law.annual_report import Figure
from gongkai.law.catalogue import CATALOGUE
from gongkai.law.citation import Cite
from gongkai.law.genres import GENRES
from gongkai.law.periods import period
from gongkai.publishing.aftercare import POLICY
from gongkai.publishing.models import Item, ItemLink, ItemVersion, Review
from gongkai.publishing.timeliness import publications

GROUP = "主动公开"
_GENRES = {row.key: row.label for row in GENRES}
_MATTERS = {row.key: row.label for row in CATALOGUE}


def _moments(year: int, last: date) -> tuple[datetime, datetime]:
    """From the beginning of the year to the end of the last day, in China."""
    start = datetime(year, 1, 1, tzinfo=LAW_ZONE)
    end = datetime(last.year, last.month, last.day, tzinfo=LAW_ZONE) + timedelta(days=1)
    return start, end


def _texts(agency: Agency, year: int, last: date) -> QuerySet[ItemVersion]:
    """Every text that became public in the span, a first one or a changed one."""
    start, end = _moments(year, last)
    return ItemVersion.objects.filter(
        item__agency=agency, published_at__gte=start, published_at__lt=end
    )


def _first_texts(agency: Agency, year: int, last: date) -> QuerySet[ItemVersion]:
    """The first text of each item; not what came from an old website, where it was public before."""
    return _texts(agency, year, last).filter(
        published_at=F("item__first_published_at"), old_site=""
    )


def items(agency: Agency, year: int, last: date) -> QuerySet[Item]:
    """The items behind 主动公开信息."""
    return Item.objects.filter(pk__in=_first_texts(agency, year, last).values("item"))


def interpretations(agency: Agency, year: int, last: date) -> QuerySet[Item]:
    """The interpretations among them."""
    texts = _first_texts(agency, year, last).filter(genre="interpretation")
    return Item.objects.filter(pk__in=texts.values("item"))


def guide_texts(agency: Agency, year: int, last: date) -> QuerySet[ItemVersion]:
    """Every text of the column of the guide."""
    return _texts(agency, year, last).filter(item__column__key="guide", item__column__fixed=True)


def repealed(agency: Agency, year: int, last: date) -> QuerySet[Item]:
    """Items marked as repealed in the year."""
    span = Q(validity_since__gte=date(year, 1, 1), validity_since__lte=last)
    return Item.objects.filter(span, agency=agency, validity="repealed")


def withdrawn(agency: Agency, year: int, last: date) -> QuerySet[Item]:
    """Items taken off the site in the year."""
    start, end = _moments(year, last)
    return Item.objects.filter(agency=agency, withdrawn_at__gte=start, withdrawn_at__lt=end)


def secrecy_reviews(agency: Agency, year: int, last: date) -> QuerySet[Review]:
    """Steps with a secrecy review that were done in the year."""
    start, end = _moments(year, last)
    return Review.objects.filter(
        version__item__agency=agency,
        secrecy=True,
        state__in=("passed", "sent_back"),
        done_at__gte=start,
        done_at__lt=end,
    )


def read(agency: Agency, year: int, last: date) -> Mapping[str, Figure]:
    """All counts of this module: seven queries, whatever the number of items."""
    ties = ItemLink.objects.filter(kind="interprets", target=OuterRef("item"))
    shown = Exists(ties.exclude(source__published=None))
    facts = ("genre", "catalogue_keys", "item__column__title", "item__no_interpretation")
    rows = _first_texts(agency, year, last).annotate(interpreted=shown).order_by()
    texts = list(rows.values(*facts, "interpreted"))
    return {
        **_of_texts(texts),
        "late": sum(p.is_late and law_day(p.version.published_at) <= last for p in publications(agency, year)),
        "guide": guide_texts(agency, year, last).count(),
        "repealed": repealed(agency, year, last).count(),
        "withdrawn": withdrawn(agency, year, last).count(),
        "secrecy": secrecy_reviews(agency, year, last).count(),
    }  # fmt: skip


def _of_texts(texts: list[dict[str, Any]]) -> dict[str, Figure]:
    policies = [t for t in texts if POLICY in t["catalogue_keys"] and t["genre"] != "interpretation"]  # fmt: skip
    open_ones = [t for t in policies if not t["interpreted"] and not t["item__no_interpretation"]]
    parts = {
        "column": Counter(text["item__column__title"] for text in texts),
        "genre": Counter(_GENRES[text["genre"]] for text in texts if text["genre"]),
        "matter": Counter(_MATTERS[k] for t in texts for k in t["catalogue_keys"] if k in _MATTERS),
    }
    return {
        "items": len(texts),
        "website": len(texts),
        "interpretations": sum(text["genre"] == "interpretation" for text in texts),
        "policies": len(policies),
        "not_interpreted": len(open_ones),
        **{f"{key}·{label}": n for key, found in parts.items() for label, n in found.items()},
    }


def _count(key: str, name: str, definition: str, cite: Cite, unit: str = "条", **more: Any) -> Count:  # fmt: skip
    given: dict[str, Any] = {"page": "publishing:items", "read": read, **more}
    return Count(key, name, GROUP, definition, cite, unit, **given)


_INTERPRET = period("interpret", date(2024, 1, 1)).cite
_FIRST = "本年在本系统网站首次公开的信息，一条计一件，以首次公开之日为准；后来修改、撤下的也计，从旧网站迁入的不计"
COUNTS = (
    _count("items", "主动公开信息", f"{_FIRST}；年度报告也是一条", Cite("条例", 19), rows=items),
    _count("column", "栏目", f"{_FIRST}；按栏目，同名栏目合计", Cite("条例", 20), by=True),
    _count("genre", "体裁", f"{_FIRST}；按体裁", Cite("条例", 20), by=True),
    _count("matter", "法定事项", f"{_FIRST}；按所属法定事项，一条可以属于几项", Cite("条例", 20), by=True),
    _count("website", "网站公开信息", f"{_FIRST}；各渠道的发布次数另计，不与条数相加", Cite("条例", 23), rows=items),
    _count("new_media", "新媒体发布", "政务新媒体上的发布次数，与信息条数分开计，不相加", Cite("条例", 23), "次", read=None, page=""),
    _count("late", "逾期公开", "本年公开、再公开的信息中，晚于期限最后一日的", Cite("条例", 26), page="publishing:timeliness"),
    _count("interpretations", "政策解读", "本年首次公开、体裁为政策解读的信息", _INTERPRET, rows=interpretations),
    _count("policies", "政策文件", "本年首次公开、属于规章和规范性文件一项的信息，解读除外", Cite("条例", 20, None, 1)),
    _count("not_interpreted", "未解读政策", "政策文件中，没有已公开的解读、也没有写明不需要解读的", _INTERPRET),
    _count("guide", "指南更新", "公开指南栏目本年公开的文本，首次和修改都计", Cite("条例", 12), "次", rows=guide_texts),
    _count("repealed", "废止信息", "本年标为已废止的信息，以有效性变更之日为准", Cite("条例", 6), rows=repealed),
    _count("withdrawn", "撤下信息", "本年从网站撤下的信息，以撤下之日为准", Cite("条例", 6), rows=withdrawn),
    _count("secrecy", "保密审查", "本年办完的含保密审查的审核步骤，通过和退回都计", Cite("条例", 17), "次", rows=secrecy_reviews),
)  # fmt: skip
