"""Old websites for the tests: pages with their menus, files beside them, an inventory, and batches of the town's clerk."""

import csv
import io
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from django.core.files.base import ContentFile
from PIL import Image

from gongkai.publishing.actions import confirm_batch, keep_old_columns, prepare_old_site
from gongkai.publishing.actions.old_site import Source
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Batch
from gongkai.publishing.old_site.columns import COLUMNS
from gongkai.publishing.old_site.surroundings import OldSite
from tests.people import Cast
from tests.publishing.batches import worked_on
from tests.publishing.folders import folder_of
from tests.publishing.items import NOW

SITE = "http://www.qingshi.gov.cn/"
MENU = '<ul class="menu"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>'
FOOT = "<div class=foot>版权所有：青石镇人民政府 网站标识码：3200000001</div>"


def page(
    title: str, body: str, *, head: str = "", column: str = "通知公告", day: str = "2019-03-06"
) -> str:
    """A page of the site with its tags, menu and foot."""
    return (
        f'<html><head><title>{title}_青石镇</title><meta name="ArticleTitle" content="{title}">'
        f'<meta name="PubDate" content="{day} 10:00"><meta name="ColumnName" content="{column}">{head}</head>'
        f"<body>{MENU}<div class=main><h1>{title}</h1><div class=text>{body}</div></div>{FOOT}</body></html>"
    )


@cache
def png(colour: str = "red") -> bytes:
    """A small picture."""
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(kept, "PNG")
    return kept.getvalue()


NOTICE = page(
    "关于做好春耕的通知",
    '<p>各村：请备好种子，见<a href="t2.html">去年的通知</a>和<a href="../files/%E8%A1%A8.csv">附件1：统计表</a>。</p>'
    '<p><img src="images/map.png" alt="各村位置"></p><p>青石镇人民政府</p><p>2019年3月5日</p>',
)
BEFORE = page(
    "关于做好去年春耕的通知",
    '<p>各村：请备好种子，后来又有<a href="/zwgk/tzgg/t1.html">今年的通知</a>，另见<a href="/zwgk/tzgg/t9.html">更早的</a>。</p>'
    "<p>青石镇人民政府</p><p>2018年3月5日</p>",
    day="2018-03-06",
)
POLICY = page(
    "青石镇秸秆还田补贴办法",
    '<p>青政〔2020〕3号</p><p>第一条 为做好补贴发放工作，制定本办法。</p><p><a href="t1.html">原通知</a></p><p>2020年4月1日</p>',
    column="政策文件",
    day="2020-04-02",
)
FILES: Mapping[str, bytes] = {
    "zwgk/tzgg/t1.html": NOTICE.encode("gb18030"),
    "zwgk/tzgg/t2.html": BEFORE.encode(),
    "zwgk/tzgg/images/map.png": png(),
    "zwgk/files/表.csv": "村,亩数\n东村,200\n".encode(),
    "zcwj/p3.html": POLICY.encode(),
}
PATHS = ("/zwgk/tzgg/t1.html", "/zwgk/tzgg/t2.html", "/zcwj/p3.html")


def lines(*paths: str, **said: str) -> list[dict[str, str]]:
    """A line for each address, which says nothing else but ``said``."""
    return [{"旧网址": path, **said} for path in paths or PATHS]


def rows_of(*given: Mapping[str, str]) -> list[list[str]]:
    """The lines as a table is read."""
    return [list(COLUMNS), *([line.get(name, "") for name in COLUMNS] for line in given)]


def csv_of(*given: Mapping[str, str], encoding: str = "utf-8-sig") -> bytes:
    """The lines as a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows_of(*given))
    return text.getvalue().encode(encoding)


def source(
    *given: Mapping[str, str],
    files: Mapping[str, bytes] | None = None,
    place: str = "",
    site: str = SITE,
) -> Source:
    """What a clerk brings."""
    data = folder_of(FILES if files is None else files).getvalue()
    rows = rows_of(*(given or lines()))
    return Source(ContentFile(data, name="旧网站.zip"), rows, "清单.csv", OldSite(site, place))


def settled(cast: Cast, *names: str) -> None:
    """Let old columns become 法定主动公开内容."""
    column = national_column(cast.town, "content")
    wanted = dict.fromkeys(names or ("通知公告", "政策文件"), column)
    keep_old_columns(agency=cast.town, columns=wanted, by=cast.clerk, now=NOW)


def planned(cast: Cast, *given: Mapping[str, str], **more: object):
    """The plan of a batch; its columns are settled."""
    settled(cast)
    plan, _ = prepare_old_site(
        agency=cast.town, source=source(*given, **more), by=cast.clerk, now=NOW
    )
    return plan


def prepared(cast: Cast, *given: Mapping[str, str], now: datetime = NOW, **more: object) -> Batch:
    """A batch that waits to be confirmed."""
    settled(cast)
    plan, batch = prepare_old_site(
        agency=cast.town, source=source(*given, **more), by=cast.clerk, now=now
    )
    assert batch is not None, plan.errors
    return batch


def doubtful(cast: Cast) -> Batch:
    """A batch with doubts, with a column that stays behind, and with a day that the inventory alone says."""
    keep_old_columns(agency=cast.town, columns={"领导活动": None}, by=cast.clerk, now=NOW)
    texts = {
        "zwgk/tzgg/t1.html": NOTICE.replace("images/map.png", "images/none.png").encode(),
        "zwgk/tzgg/t2.html": BEFORE.replace('name="PubDate"', 'name="Other"').encode(),
        "ld/1.html": page(
            "镇领导调研春耕", "<p>镇领导到东村调研春耕。</p>", column="领导活动"
        ).encode(),
    }
    given = (
        *lines(PATHS[0], 旧网站发布日期="2019-03-08"),
        *lines(PATHS[1], 旧网站发布日期="2018-03-06"),
    )
    return prepared(cast, *given, *lines(PATHS[2], "/ld/1.html"), files={**FILES, **texts})


def unsettled(cast: Cast) -> Batch:
    """A batch whose old columns nobody has settled."""
    national_column(cast.town, "content")
    plan, batch = prepare_old_site(agency=cast.town, source=source(), by=cast.clerk, now=NOW)
    assert batch is not None, plan.errors
    return batch


def confirmed(cast: Cast, *given: Mapping[str, str], now: datetime = NOW, **more: object) -> Batch:
    """A batch that the background is to work on."""
    return confirm_batch(batch=prepared(cast, *given, now=now, **more), by=cast.clerk, now=now)


def imported(cast: Cast, *given: Mapping[str, str], now: datetime = NOW, **more: object) -> Batch:
    """A batch that was worked through."""
    return worked_on(confirmed(cast, *given, now=now, **more), now)
