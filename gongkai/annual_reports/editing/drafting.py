"""Chapters drafted for an officer to edit: sentences with fields where something is counted, a question where nothing is.

Nothing is invented: what the records do not say is asked for in brackets, and a question that stays keeps the report from being signed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.law.annual_report import AnnualReport, Figure
from gongkai.law.annual_report.fields import BY_NAME, Numbers, unfilled


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. Where one of its counts has no number, ``question`` is asked, or it is left out.

    ``if_any`` is the field that must be more than 0 for the sentence to be said; ``governments`` alone report it.
    """

    text: str
    question: str = ""
    if_any: str = ""
    governments: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences under a heading, which make one paragraph; a heading of "" makes a paragraph alone."""

    heading: str
    sentences: tuple[Sentence, ...]


PREFACE = (
    Part("", (
        Sentence("本报告依照《中华人民共和国政府信息公开条例》和政府信息公开工作年度报告格式编制，所列数据的统计期限为{year}年1月1日至12月31日。"),
    )),
)  # fmt: skip
OVERVIEW = (
    Part("（一）主动公开", (
        Sentence("{year}年，主动公开政府信息{主动公开信息}条。", "本年主动公开政府信息多少条、主要是哪些方面"),
        Sentence("制发行政规范性文件{规范性文件·制发}件，废止{规范性文件·废止}件，现行有效{规范性文件·现行有效}件。"),
        Sentence("公开政策解读{政策解读}条。", "本年政策解读的情况"),
        Sentence("晚于规定期限公开的信息{逾期公开}条。", if_any="逾期公开"),
        Sentence("", "重点领域信息公开做了哪些工作"),
    )),
    Part("（二）依申请公开", (
        Sentence("本年新收政府信息公开申请{新收}件，上年结转{上年结转}件。"),
        Sentence("新收的申请中，自然人提出{新收·自然人}件，法人或其他组织提出{新收·法人或其他组织}件。", if_any="新收"),
        Sentence("予以公开{予以公开}件，部分公开{部分公开}件，不予公开{不予公开}件，无法提供{无法提供}件，不予处理{不予处理}件，"
                 "其他处理{其他处理}件，结转下年度继续办理{结转下年度}件。"),
        Sentence("办结的申请平均用{平均办理天数}个工作日，延期答复{延期答复}件。", if_any="办结申请"),
        Sentence("因政府信息公开工作被申请行政复议{行政复议}件，被提起行政诉讼{行政诉讼}件。"),
    )),
    Part("（三）政府信息管理", (
        Sentence("公开前完成保密审查{保密审查}次。", "公开前审查的情况"),
        Sentence("更新政府信息公开指南{指南更新}次。", "政府信息公开指南的更新情况"),
        Sentence("标明废止的信息{废止信息}条。", if_any="废止信息"),
        Sentence("撤下的信息{撤下信息}条。", if_any="撤下信息"),
        Sentence("", "目录动态调整、档案移交等信息管理的情况"),
    )),
    Part("（四）政府信息公开平台建设", (
        Sentence("通过政府网站政府信息公开专栏公开信息{网站公开信息}条。", "政府网站专栏的建设情况"),
        Sentence("通过政务新媒体发布{新媒体发布}次。", "政务新媒体发布多少次；没有政务新媒体的，写明没有"),
    )),
    Part("（五）监督保障", (
        Sentence("收到对政府信息公开工作的投诉举报{投诉举报}件。", "收到对政府信息公开工作的投诉、举报多少件，怎样处理"),
        Sentence("开展监督检查{监督检查}次。", "开展监督检查的情况"),
        Sentence("组织业务培训{业务培训}次，参加{培训人次}人次。", "组织业务培训多少次、多少人次参加"),
        Sentence("", "工作考核的结果", governments=True),
        Sentence("", "社会评议的结果", governments=True),
        Sentence("", "责任追究的结果；没有追究责任的，写明没有", governments=True),
    )),
)  # fmt: skip
ANSWERS = Sentence("", "上年年度报告提出的改进措施落实得怎样")
"""In its place stand the answers to last year's promises, where there are any."""
PROBLEMS = (
    Part("（一）存在的主要问题", (Sentence("", "工作中存在哪些具体问题，结合数据和投诉、复议、诉讼来写"),)),
    Part("（二）改进情况", (
        ANSWERS,
        Sentence("", "下一步怎样改进，写成明年能够对照检查的措施"),
    )),
)  # fmt: skip
OTHER = (
    Part("", (
        Sentence("本年发出收费通知{收费通知}件，通知收取信息处理费{收费通知金额}元，实际收取{实收信息处理费}元。",
                 "本年收取信息处理费多少件、多少元；没有收取的，写明没有"),
        Sentence("", "其他需要报告的事项；没有的，写“没有其他需要报告的事项”"),
    )),
)  # fmt: skip
CHAPTERS: Mapping[str, tuple[Part, ...]] = {
    "preface": PREFACE,
    "overview": OVERVIEW,
    "problems": PROBLEMS,
    "other": OTHER,
}


def drafted(
    written: AnnualReport,
    counts: Mapping[str, Figure],
    *,
    government: bool,
    answers: Sequence[str] = (),
) -> dict[str, str]:
    """By chapter, the text that is proposed; its fields say what they stand for when it is read.

    ``answers`` are the sentences that answer last year's promises.
    """
    numbers = Numbers(written.figures, counts)
    texts = {
        key: "\n".join(_lines(parts, numbers, answers, governments=government))
        for key, parts in CHAPTERS.items()
    }
    return {key: text.replace("{year}", str(written.year)) for key, text in texts.items()}


def _lines(
    parts: tuple[Part, ...], numbers: Numbers, answers: Sequence[str], *, governments: bool
) -> Iterator[str]:
    for part in parts:
        rows = [row for row in part.sentences if governments or not row.governments]
        said = "".join(
            "".join(answers) if row is ANSWERS and answers else _said(row, numbers) for row in rows
        )
        if said:
            yield from filter(None, (part.heading, said))


def _said(row: Sentence, numbers: Numbers) -> str:
    """The sentence, the question in its place, or nothing. Cells that are still empty will be filled: they are no question."""
    if row.if_any and not numbers.figure(row.if_any):
        return ""
    missing = [one.name for one in unfilled(row.text, numbers) if one.name not in {*BY_NAME, "year"}]  # fmt: skip
    if row.text and not missing:
        return row.text
    return f"【请补写：{row.question}】" if row.question else ""
