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
    Instrument("平台规范通知", "关于规范政府信息公开平台有关事项的通知", "国办公开办函〔2019〕61号", InForce(date(2019, 12, 31)),
               doubt="通知正文、印发日期未能核对，起始日按印发年份的最后一日计；栏目名称按浙江省转发文件和各地专栏核对"),
    Instrument("信息处理费办法", "政府信息公开信息处理费管理办法", "国办函〔2020〕109号", InForce(date(2021, 1, 1)),
               doubt="第一条至第五条前半部分已核对；施行日期、第五条后半部分至末条凭记忆，缴费期限按川财、皖财转发通知核对"),
    Instrument("送达解释", "国务院办公厅政府信息与政务公开办公室关于政府信息公开处理决定送达问题的解释", "国办公开办函〔2016〕235号", InForce(date(2016, 12, 7)),
               doubt="全文按地方政府网站的转载核对；作于2019年修订以前"),
    Instrument("公文处理条例", "党政机关公文处理工作条例", "中办发〔2012〕14号", InForce(date(2012, 7, 1)),
               doubt="公文种类按公开的转载件核对；施行日期凭记忆"),
    Instrument("保密法实施条例", "中华人民共和国保守国家秘密法实施条例", "国务院令第786号", InForce(date(2024, 9, 1))),
    Instrument("立法法", "中华人民共和国立法法", "2023年3月13日第十四届全国人民代表大会第一次会议第二次修正", InForce(date(2023, 3, 15)),
               doubt="第九十一条、第九十三条按公开的全文核对；修正的施行日期凭记忆"),
    Instrument("立法法（2015年修正）", "中华人民共和国立法法", "2015年3月15日第十二届全国人民代表大会第三次会议修正",
               InForce(date(2015, 3, 15), date(2023, 3, 14)), doubt="第八十条、第八十二条按公开的全文核对；修正自公布之日起施行系推定"),
    Instrument("复议法", "中华人民共和国行政复议法", "2023年9月1日第十四届全国人民代表大会常务委员会第五次会议修订", InForce(date(2024, 1, 1))),
    Instrument("复议法（2017年修正）", "中华人民共和国行政复议法", "2017年9月1日第十二届全国人民代表大会常务委员会第二十九次会议第二次修正",
               InForce(date(2018, 1, 1), date(2023, 12, 31)), doubt="第九条、第十二条至第十五条按公开的转载核对，没有核对官方文本；施行日凭记忆"),
    Instrument("预算法", "中华人民共和国预算法", "2018年12月29日第十三届全国人民代表大会常务委员会第七次会议第二次修正", InForce(date(2018, 12, 29)),
               doubt="按公开的全文核对；修正自公布之日起施行系推定"),
    Instrument("预决算公开规程", "财政部关于印发《地方预决算公开操作规程》的通知", "财预〔2016〕143号", InForce(date(2016, 10, 27)),
               doubt="只核对到第四条；应当公开哪些表、公开到哪一级科目，按中山、永修、永仁等地基层政务公开标准目录的引述核对；施行日按印发日计"),
    Instrument("预算法实施条例", "中华人民共和国预算法实施条例", "国务院令第729号", InForce(date(2020, 10, 1))),
    Instrument("政府采购法实施条例", "中华人民共和国政府采购法实施条例", "国务院令第658号", InForce(date(2015, 3, 1))),
    Instrument("土地管理法实施条例", "中华人民共和国土地管理法实施条例", "国务院令第743号", InForce(date(2021, 9, 1))),
    Instrument("房屋征收补偿条例", "国有土地上房屋征收与补偿条例", "国务院令第590号", InForce(date(2011, 1, 21))),
    Instrument("城乡规划法", "中华人民共和国城乡规划法", "2019年4月23日第十三届全国人民代表大会常务委员会第十次会议第二次修正", InForce(date(2019, 4, 23)),
               doubt="修正自公布之日起施行系推定"),
    Instrument("安全生产法", "中华人民共和国安全生产法", "2021年6月10日第十三届全国人民代表大会常务委员会第二十九次会议第三次修正", InForce(date(2021, 9, 1)),
               doubt="2021年修正的施行日期凭记忆"),
    Instrument("行政处罚法", "中华人民共和国行政处罚法", "2021年1月22日第十三届全国人民代表大会常务委员会第二十五次会议修订", InForce(date(2021, 7, 15))),
    Instrument("公务员法", "中华人民共和国公务员法", "2018年12月29日第十三届全国人民代表大会常务委员会第七次会议修订", InForce(date(2019, 6, 1))),
    Instrument("双公示意见", "国家发展改革委办公厅关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见", "发改办财金〔2018〕424号", InForce(date(2018, 7, 25)),
               doubt="只核对到开头部分；施行日按印发日计"),
    Instrument("政务舆情回应通知", "国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知", "国办发〔2016〕61号", InForce(date(2016, 7, 30)),
               doubt="标题、日期、内容均凭记忆，未核对原文"),
    Instrument("政务公开实施细则", "国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知", "国办发〔2016〕80号", InForce(date(2016, 11, 10)),
               doubt="标题、日期凭记忆；解读的要求按广州、郑州的转发核对"),
    Instrument("基层公开意见", "国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见", "国办发〔2019〕54号", InForce(date(2019, 12, 26)),
               doubt="标题、文号已核对；印发日期凭记忆"),
    Instrument("放假办法", "全国年节及纪念日放假办法", "国务院令第795号", InForce(date(2025, 1, 1)),
               doubt="修改决定写明自2025年1月1日起施行，重新公布的文本第八条写“自公布之日起施行”；这里按修改决定"),
    Instrument("放假办法（2013年修订）", "全国年节及纪念日放假办法", "国务院令第644号", InForce(date(2014, 1, 1), date(2024, 12, 31))),
    Instrument("农历的编算和颁行", "农历的编算和颁行", "GB/T 33661-2017", InForce(date(2017, 9, 1))),
    Instrument("行政诉讼法", "中华人民共和国行政诉讼法", "2017年6月27日第十二届全国人民代表大会常务委员会第二十八次会议第二次修正", InForce(date(2017, 7, 1)),
               doubt="修正的施行日期凭记忆"),
    Instrument("民事诉讼法", "中华人民共和国民事诉讼法", "2023年9月1日第十四届全国人民代表大会常务委员会第五次会议第五次修正", InForce(date(2024, 1, 1)),
               doubt="第八十五条关于期间的规定凭记忆，未核对原文"),
    Instrument("决策程序条例", "重大行政决策程序暂行条例", "国务院令第713号", InForce(date(2019, 9, 1))),
    Instrument("法治政府示范指标", "市县法治政府建设示范指标体系（2021年版）", "中央依法治国办", InForce(date(2021, 12, 31)),
               doubt="只按地方政府网站转载的第24项核对；发布日期凭记忆，起始日按发布年份的最后一日计"),
    Instrument("网站发展指引", "政府网站发展指引", "国办发〔2017〕47号", InForce(date(2017, 5, 15)),
               doubt="施行日按印发日计；附件只核对到部分，页面标签按各地在用页面核对"),
    *(Instrument(notice.title, notice.title, notice.number, notice.in_force, notice.doubt) for notice in NOTICES),
)

_BY_NAME = {instrument.name: instrument for instrument in INSTRUMENTS}


def instrument_of(cite: Cite) -> Instrument:
    """The instrument a citation points into; raises KeyError for a name that is not listed."""
    return _BY_NAME[cite.instrument]
