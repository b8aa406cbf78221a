"""Words that many letters share: how an article and a statutory period are named in full, and the first paragraphs."""

from gongkai.law.citation import Cite
from gongkai.law.instruments import instrument_of
from gongkai.law.letters.letter import OGI, Paragraph
from gongkai.law.periods import PERIODS


def named(*cites: Cite) -> str:
    """Articles as a letter names them: 《中华人民共和国政府信息公开条例》第三十条、第三十二条."""
    said, before = "", ""
    for cite in cites:
        title = instrument_of(cite).title
        said += ("、" if said else "") + ("" if title == before else f"《{title}》") + cite.place
        before = title
    return said


def length(key: str) -> str:
    """The length of a statutory period as the table has it since the Regulations: 20个工作日."""
    return next(str(row.length) for row in PERIODS if row.key == key and (row.in_force.until or OGI.since) >= OGI.since)


def said(text: str) -> Paragraph:
    """A paragraph that always stands."""
    return Paragraph(text)


def if_known(text: str) -> Paragraph:
    """A paragraph that stands only where its facts are known."""
    return Paragraph(text, if_known=True)


RECEIVED = said("{{ 称谓 }}向本机关提出的政府信息公开申请（申请编号：{{ 申请编号 }}），本机关于{{ 收到日期 }}收到。申请公开的内容为：{{ 申请内容 }}。")
CORRECTED = if_known("本机关于{{ 收到补正日期 }}收到{{ 称谓 }}补正的申请。")
REMADE = if_known("根据{{ 重新答复依据 }}，本机关重新作出本答复。")
REMEDIES = said("{{ 救济途径 }}")
STATEMENT = if_known("{{ 答复内容 }}")
NOTIFIED = said("特此告知。")
