"""How the public was heard in a year: consultations and the comments that came in; counted from ``participation``. Reads only."""

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from gongkai.agencies.models import Agency
from gongkai.annual_reports.counts import Count
from gongkai.law.annual_report import Figure
from gongkai.law.citation import Cite
from gongkai.participation.models import Comment
from gongkai.participation.queries import comments_of_year, held_in

GROUP = "公众参与"
PAGE = "participation:list"


def heard(agency: Agency, year: int, last: date) -> QuerySet[Comment]:
    """The comments that came in, by whichever way."""
    return comments_of_year(agency, year, last)


def read(agency: Agency, year: int, last: date) -> Mapping[str, Figure]:
    """Both numbers: two queries."""
    return {
        "consultations": held_in(agency, year, last).count(),
        "comments": heard(agency, year, last).count(),
    }


_ASKED = "本年开始的公开征求意见，以公布草案之日为准；筹备中的不计"
_HEARD = "本年收到的对征集草案的意见，网上、来信、会议等各种方式都计，不显示的也计"
COUNTS = (
    Count("consultations", "意见征集", GROUP, _ASKED, Cite("决策程序条例", 15), "次", read, held_in, PAGE),
    Count("comments", "公众意见", GROUP, _HEARD, Cite("决策程序条例", 14), "条", read, heard, PAGE),
)  # fmt: skip
