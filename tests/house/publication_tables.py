"""The tables of the law about publishing, as they are printed: columns, states, steps and facts of items."""

from collections.abc import Iterable

from gongkai.law.attributes import ATTRIBUTES, GROUNDS, attribute
from gongkai.law.catalogue.standard import CHOICES
from gongkai.law.columns import COLUMNS as SITE_COLUMNS
from gongkai.law.genres import GENRES
from gongkai.law.publication_states import MOVES as ITEM_MOVES
from gongkai.law.publication_states import STATES as ITEM_STATES
from gongkai.law.publication_states import state as item_state
from gongkai.law.publication_steps import CONCLUSIONS, QUESTIONS, STEPS
from gongkai.law.release_timer import REMINDERS, STARTS
from gongkai.law.rule_kinds import RULE_KINDS
from gongkai.law.themes import THEMES
from gongkai.law.validity import VALIDITIES
from tests.house.law_columns import CITE, DOUBT, WHO, Columns, Row, organs

BOUNDS = {"must": "应当不公开", "may": "可以不公开"}
PUBLICATION_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    (
        "政府信息公开专栏的栏目",
        SITE_COLUMNS,
        (
            ("栏目", lambda row: row.title),
            ("放什么", lambda row: row.holds),
            ("内容的依据", lambda row: row.basis),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "信息的状态",
        ITEM_STATES,
        (
            ("状态", lambda row: row.label),
            ("等谁办", lambda row: WHO[row.waits_for]),
            *CITE,
        ),
    ),
    (
        "信息的状态怎样改变",
        ITEM_MOVES,
        (
            ("行为", lambda row: row.label),
            ("从", lambda row: item_state(row.start).label),
            ("到", lambda row: item_state(row.end).label),
            ("谁", lambda row: WHO[row.who]),
            ("另一人", lambda row: "应当" if row.second_person else ""),
            ("须有公开的版本", lambda row: "是" if row.public else ""),
            ("须没有公开的版本", lambda row: "是" if row.private else ""),
            ("事后补审", lambda row: "另一人" if row.approved_later else ""),
            ("另有程序", lambda row: "是" if row.elsewhere else ""),
            *CITE,
            *DOUBT,
        ),
    ),
)
CATALOGUE_COLUMNS = {
    "channel": "渠道和载体",
    "audience": "公开对象",
    "way": "公开方式",
    "level": "公开层级",
}
TIMER_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    (
        "公开期限从哪一天起算",
        STARTS,
        (
            ("起算", lambda row: row.label),
            ("代替未登记的日期", lambda row: "是" if row.assumed else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "标准目录的选项",
        CHOICES,
        (
            ("栏", lambda row: CATALOGUE_COLUMNS[row.column]),
            ("选项", lambda row: row.label),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "公开期限届满前的提醒",
        REMINDERS,
        (("起算后", lambda row: row.after), *CITE, *DOUBT),
    ),
)
LABEL: Columns = (("名称", lambda row: row.label),)
FACT_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    (
        "审核的步骤",
        STEPS,
        (
            *LABEL,
            ("谁", lambda row: WHO[row.who]),
            ("在来源部门", lambda row: "是" if row.in_department else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    ("保密审查的内容", QUESTIONS, (*LABEL, *CITE, *DOUBT)),
    (
        "保密审查的结论",
        CONCLUSIONS,
        (*LABEL, ("可以往下办", lambda row: "是" if row.passes else ""), *CITE, *DOUBT),
    ),
    (
        "体裁",
        GENRES,
        (*LABEL, ("公文种类", lambda row: "是" if row.official else ""), *CITE, *DOUBT),
    ),
    (
        "文件性质",
        RULE_KINDS,
        (
            *LABEL,
            ("可以制定的机关", lambda row: organs(row.makers)),
            ("计入年报", lambda row: "表二" if row.line else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    ("主题分类", THEMES, (*LABEL, *CITE, *DOUBT)),
    ("公开属性", ATTRIBUTES, (*LABEL, ("附注", lambda row: row.line), *CITE, *DOUBT)),
    (
        "依申请公开、不予公开的依据",
        GROUNDS,
        (
            *LABEL,
            ("属性", lambda row: attribute(row.attribute).label),
            ("约束", lambda row: BOUNDS[row.bound]),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "有效性",
        VALIDITIES,
        (*LABEL, ("仍然有效力", lambda row: "是" if row.in_effect else ""), *CITE, *DOUBT),
    ),
)
