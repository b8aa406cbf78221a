"""Prints the tables of the law as docs/law/tables.md, for people who do not read code.

Renew the file with ``python -m tests.house.law_tables``. It lives here because ``gongkai.law`` opens no files.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gongkai.law.annual_report.definitions import DEFINITIONS, RECORD_LABELS
from gongkai.law.annual_report.form import cells, request_rows
from gongkai.law.annual_report.plausibility import PLAUSIBILITY
from gongkai.law.catalogue import (
    CATALOGUE,
    GENERAL_LIMIT,
    SPECIAL_LIMITS,
)
from gongkai.law.clock_events import EVENT_RULES
from gongkai.law.conventions import CONVENTIONS
from gongkai.law.duties import DUTIES
from gongkai.law.fees import BANDS, DISCRETION, SCOPES, Band
from gongkai.law.instruments import INSTRUMENTS
from gongkai.law.letters import LETTERS, TEXTS, letter
from gongkai.law.outcomes import OUTCOMES, REMEDIES, letters_of, outcome
from gongkai.law.page_metadata import METADATA_TAGS
from gongkai.law.periods import PERIODS, YearlyDate
from gongkai.law.reconsideration_organs import (
    PLACE_LABELS,
    RECONSIDERATION_RULES,
    SYSTEM_LABELS,
)
from gongkai.law.remedies import COURT_RULES
from gongkai.law.report_duties import REPORT_DUTIES
from gongkai.law.report_reminders import REPORT_REMINDERS
from gongkai.law.report_states import MOVES as REPORT_MOVES
from gongkai.law.report_states import STATES as REPORT_STATES
from gongkai.law.report_states import state as report_state
from gongkai.law.units import Workdays
from tests.house.accounts_tables import ACCOUNTS_TABLES
from tests.house.case_tables import CASE_TABLES
from tests.house.collection_tables import COLLECTION_TABLES
from tests.house.interview_tables import INTERVIEW_TABLES
from tests.house.law_columns import CITE, DOUBT, ODD, WHO, Columns, Row, organs
from tests.house.participation_tables import PARTICIPATION_TABLES
from tests.house.publication_tables import FACT_TABLES, PUBLICATION_TABLES, TIMER_TABLES
from tests.house.source import ROOT

FILE = Path("docs/law/tables.md")
HEAD = """# 法律规定一览

由 `python -m tests.house.law_tables` 从 `gongkai/law` 的各表印出，不要手改。“存疑”一栏是未能核对原文或者系推定之处。
"""


def band(row: Band) -> str:
    unit = "件" if row.basis == "pieces" else "页"
    reach = f"{row.first}—{row.last}{unit}" if row.last else f"{row.first}{unit}以上"
    rise = f"，每增加{row.every}{unit}提高{row.rise_yuan}元" if row.every else ""
    return f"{reach}：每{unit}{row.rate_yuan}元{rise}"


def reminded(when: YearlyDate | Workdays) -> str:
    """The day of the year reported on, or how many working days are left."""
    return f"报告所属年度的{when}" if isinstance(when, YearlyDate) else f"还剩{when}时"


TO = {"applicant": "申请人", "third_party": "第三方", "organ": "其他机关"}
BELOW = {None: "", True: "国务院部门设立或者管理", False: "地方机关设立或者管理"}
LEVEL_LABELS = {"site": "各页", "column": "栏目页、内容页", "article": "内容页"}
TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    (
        "法律文件",
        INSTRUMENTS,
        (
            ("简称", lambda row: row.name),
            ("全称", lambda row: row.title),
            ("文号或者通过、修订", lambda row: row.number),
            CITE[1],
            *DOUBT,
        ),
    ),
    (
        "法定期限",
        PERIODS,
        (
            ("期限", lambda row: row.title),
            ("长度", lambda row: row.length),
            ("起算", lambda row: row.starts_on),
            *CITE,
            *DOUBT,
        ),
    ),
    ("网页引用的条文", DUTIES, (("内容", lambda row: row.title), *CITE)),
    (
        "办理中的事项",
        EVENT_RULES,
        (("事项", lambda row: row.label), ("日期", lambda row: row.day), *CITE),
    ),
    ("法律没有写明之处的算法", CONVENTIONS, (("算法", lambda row: row.rule), *CITE, *DOUBT)),
    (
        "处理决定",
        OUTCOMES,
        (
            ("决定", lambda row: row.decision),
            ("年报表三", lambda row: row.label),
            ("文书", lambda row: "；".join(letter.title for letter in letters_of(row))),
            ("说明理由", lambda row: "应当" if row.grounds else ""),
            ("逐件清单", lambda row: "要" if row.inventory else ""),
            ("还应写明", lambda row: "；".join(row.says)),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "年报各格的口径",
        DEFINITIONS,
        (
            ("位置", lambda row: PLACES[row.where]),
            ("来自", lambda row: RECORD_LABELS[row.records]),
            ("计什么", lambda row: row.counts),
            ("哪一天算", lambda row: row.decides),
            ("拆分、合并、结转", lambda row: row.aside),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "救济途径",
        REMEDIES,
        (
            ("年报表三的行", lambda row: "、".join(TITLES[key] for key in row.rows)),
            ("告知", lambda row: row.tell),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "文书",
        LETTERS,
        (("名称", lambda row: row.title), ("致", lambda row: TO[row.to]), *CITE, *DOUBT),
    ),
    (
        "文书的文本",
        TEXTS,
        (
            ("文书", lambda row: letter(row.letter).title),
            ("决定", lambda row: outcome(row.outcome).decision if row.outcome else ""),
            ("标题", lambda row: row.title),
            ("应当填写", lambda row: "、".join(row.needs)),
            ("知道的填写", lambda row: "、".join(row.may_hold)),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "行政复议机关",
        RECONSIDERATION_RULES,
        (
            ("机关", lambda row: organs(row.organs)),
            ("系统", lambda row: SYSTEM_LABELS[row.system]),
            ("隶属", lambda row: BELOW[row.central]),
            ("向谁申请", lambda row: "或者".join(PLACE_LABELS[place] for place in row.to)),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "一审法院",
        COURT_RULES,
        (("被告", lambda row: organs(row.organs)), ("法院", lambda row: row.courts), *CITE),
    ),
    ("信息处理费标准", BANDS, (("标准", band), *CITE)),
    (
        "信息处理费计算范围",
        SCOPES,
        (("计算", lambda row: row.counts), ("适用", lambda row: row.covers), *CITE, *DOUBT),
    ),
    (
        "是否收取信息处理费",
        (DISCRETION,),
        (("规定", lambda row: row.rule), ("须有", lambda row: "、".join(row.needs)), *CITE),
    ),
    (
        "主动公开目录",
        CATALOGUE,
        (
            ("内容", lambda row: row.label),
            ("公开主体", lambda row: organs(row.publishers)),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "公开期限",
        (GENERAL_LIMIT, *SPECIAL_LIMITS),
        (("期限", lambda row: row.rule), ("谁公开", lambda row: row.by), *CITE, *DOUBT),
    ),
    (
        "网页标签",
        METADATA_TAGS,
        (
            ("标签", lambda row: row.name),
            ("内容", lambda row: row.label),
            ("用在", lambda row: LEVEL_LABELS[row.level]),
            ("必选", lambda row: "必选" if row.required else ""),
            *CITE,
            *DOUBT,
        ),
    ),
)
REPORT_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    ("年报中须再看一眼的数", PLAUSIBILITY, ODD),
    (
        "谁在何时公布年度报告",
        REPORT_DUTIES,
        (
            ("机关", lambda row: organs(row.organs)),
            ("期限", lambda row: PERIOD_TITLES[row.period]),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "年度报告的提醒",
        REPORT_REMINDERS,
        (
            ("什么时候", lambda row: reminded(row.when)),
            ("提醒什么", lambda row: row.says),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "年度报告的状态",
        REPORT_STATES,
        (
            ("状态", lambda row: row.label),
            ("可以修改", lambda row: "可以" if row.open else ""),
            *CITE,
        ),
    ),
    (
        "年度报告的步骤",
        REPORT_MOVES,
        (
            ("步骤", lambda row: row.label),
            ("从", lambda row: report_state(row.start).label),
            ("到", lambda row: report_state(row.end).label),
            ("由谁", lambda row: WHO[row.who]),
            ("何时", lambda row: OCCASIONS[row.on]),
            ("须另一人", lambda row: "须" if row.second_person else ""),
            ("须写理由", lambda row: "须" if row.reason else ""),
            *CITE,
            *DOUBT,
        ),
    ),
)
PLACES = {
    row.where: f"表{'〇一二三四'[cell.table]} {cell.row}{cell.column if cell.table == 2 else ''}"
    for row in DEFINITIONS
    for cell in cells("2021", undivided=False)
    if row.where in {cell.key, cell.key.rpartition(".")[0]}
}
PERIOD_TITLES = {row.key: row.title for row in PERIODS}
OCCASIONS = {"always": "", "first": "首次公布前", "again": "公布过"}
TITLES = {row.key: row.title for row in request_rows(undivided=False)}


ALL_TABLES = (
    *TABLES,
    *TIMER_TABLES,
    *PUBLICATION_TABLES,
    *FACT_TABLES,
    *CASE_TABLES,
    *REPORT_TABLES,
    *COLLECTION_TABLES,
    *PARTICIPATION_TABLES,
    *ACCOUNTS_TABLES,
    *INTERVIEW_TABLES,
)


def table(rows: Iterable[Row], columns: Columns) -> Iterator[str]:
    """The lines of one Markdown table."""
    yield "| " + " | ".join(heading for heading, _ in columns) + " |"
    yield "|" + "---|" * len(columns)
    for row in rows:
        yield "| " + " | ".join(str(value(row)).replace("|", "\\|") for _, value in columns) + " |"


def document() -> str:
    """The whole file."""
    parts = [
        "\n".join((f"## {title}\n", *table(rows, columns))) for title, rows, columns in ALL_TABLES
    ]
    return "\n\n".join((HEAD.rstrip(), *parts)) + "\n"


if __name__ == "__main__":
    (ROOT / FILE).write_text(document(), encoding="utf-8")
    print(f"已写入 {FILE}")
