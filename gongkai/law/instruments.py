"""The sources of the rules: title, document number, and since when they are in force.

A row says in ``doubt`` what could not be read in the original; such a row is shown with its doubt.
"""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce
from gongkai.law.workdays.notices import NOTICES


@dataclass(frozen=True, slots=True)
class Instrument:
    """One law, regulation or notice. ``name`` is the short name used in citations."""

    name: str
    title: str
    number: str
    in_force: InForce
    doubt: str = ""

    @property
    def cite(self) -> Cite:
        """The instrument as a whole."""
        return Cite(self.name)


INSTRUMENTS: tuple[Instrument, ...] = (
    Instrument("条例", "中华人民共和国政府信息公开条例", "国务院令第711号", InForce(date(2019, 5, 15))),
    Instrument("年报格式", "关于印发政府信息公开工作年度报告格式的通知", "国办公开办函〔2021〕30号", InForce(date(2021, 9, 26)),
               doubt="通知正文只核对到开头部分，表样按实际年报核对"),
    Instrument("年报格式（试行）", "关于政府信息公开工作年度报告有关事项的通知", "国办公开办函〔2019〕60号",
               InForce(date(2019, 5, 15), date(2021, 9, 25)),
               doubt="通知标题、发布日期未能核对原文，起始日按《条例》施行日计；表样按实际年报核对"),
    Instrument("信息处理费办法", "政府信息公开信息处理费管理办法", "国办函〔2020〕109号", InForce(date(2021, 1, 1)),
               doubt="第一条至第五条前半部分已核对；施行日期、第五条后半部分至末条凭记忆，缴费期限按川财、皖财转发通知核对"),
    Instrument("复议法", "中华人民共和国行政复议法", "2023年9月1日第十四届全国人民代表大会常务委员会第五次会议修订", InForce(date(2024, 1, 1))),
    Instrument("放假办法", "全国年节及纪念日放假办法", "国务院令第795号", InForce(date(2025, 1, 1)),
               doubt="修改决定写明自2025年1月1日起施行，重新公布的文本第八条写“自公布之日起施行”；这里按修改决定"),
    Instrument("放假办法（2013年修订）", "全国年节及纪念日放假办法", "国务院令第644号", InForce(date(2014, 1, 1), date(2024, 12, 31))),
    Instrument("农历的编算和颁行", "农历的编算和颁行", "GB/T 33661-2017", InForce(date(2017, 9, 1))),
    *(Instrument(notice.title, notice.title, notice.number, notice.in_force, notice.doubt) for notice in NOTICES),
)

_BY_NAME = {instrument.name: instrument for instrument in INSTRUMENTS}


def instrument_of(cite: Cite) -> Instrument:
    """The instrument a citation points into; raises KeyError for a name that is not listed."""
    return _BY_NAME[cite.instrument]
