"""The table of statements: in which words reports state a number that also stands in a cell, and which cell that is.

Each row has a pattern over even text (``sentences.plain_text``) whose group ``n`` is the number; a row without ``n`` states zero.
Rows stand from the most particular to the most general: words that one row has used are not looked at by later rows.
Patterns spell out every word they tolerate between verb and number, so that numbers about other things do not match.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gongkai.law.annual_report.form import EITHER_FORM
from gongkai.law.annual_report.narrative import amounts
from gongkai.law.annual_report.narrative.amounts import Amount
from gongkai.law.annual_report.narrative.numerals import NUMBER
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

Context = Literal["", "requests", "remedies", "litigation", "rules", "normative_documents"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One way to state a number.

    ``amount`` is what it should equal; ``also`` lists other sums the same words are used for (in a sentence
    with words of ``also_if``, if given): agreeing with any of them is enough.
    ``about`` is what the sentence must be about; ``unless`` are words of the clause, ``never`` words of the sentence, that make
    the number mean something else. ``of_year`` is the year, counted from the report's, that a group ``y`` must be. ``unit`` is
    that of the amount: 件, or 万元 with the unit written in group ``u``.
    """

    name: str
    pattern: re.Pattern[str]
    amount: Amount
    cite: Cite
    also: tuple[Amount, ...] = ()
    also_if: re.Pattern[str] | None = None
    about: Context = ""
    unless: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    of_year: int = 0
    unit: Literal["件", "万元"] = "件"
    in_force: InForce = EITHER_FORM

    @property
    def states_zero(self) -> bool:
        """Whether the words themselves mean none: 未收到."""
        return "n" not in self.pattern.groupindex


# -- the words that patterns are made of ------------------------------------------------------------------------------

_END = r"(?=[，。；、！（）]|$)"
_UNIT = r"(?:件|条|份|起|宗|例|封|次|项|个|桩)(?!余|多|左右|以上|以内|次)"
_COUNT = rf"(?P<n>{NUMBER})(?:{_UNIT}|{_END})"
_ALONE = rf"(?P<n>{NUMBER})(?:{_UNIT})?{_END}"
_FILL = r"(?:共计|总计|合计|累计|共有|总数|总量|数量|件数|总共|均为|数|量|共|计|为|是|有|了|的|：){0,4}"
_OBJECT = (
    r"(?:政府信息依申请公开(?:的?申请|事项|件)*"
    r"|依申请(?:政府|政务)?信息公开(?:的?申请|事项|案件|件)*"
    r"|依申请公开(?:的?政府信息|的?政务信息|的?信息)?(?:的?申请|事项|请求|办件|案件|业务|来件|件)*"
    r"|(?:政府|政务)?信息公开(?:的?依?申请)(?:公开)?(?:事项|请求|办件|案件|表|书|件)*"
    r"|(?:政府|政务)?信息申请公开(?:事项|案件|件)*"
    r"|申请(?:公开)?(?:政府|政务)信息(?:公开)?(?:事项|件)*"
    r"|(?:要求|申请)?公开(?:的)?(?:政府|政务)信息的?申请(?:件)?|政务公开(?:依)?申请(?:事项|件)*|群众申请公开|依申请(?:事项|公开件|办件|件))"
)
_EVERYBODY = r"(?:(?:公民|自然人|个人|群众|公众)、?(?:法人)?、?(?:和|或者|或|及|以及|与)?(?:其他|其它)组织|社会公众|群众|公众|申请人|社会各界)"
_WHO = rf"(?:各类|有效|任何形式的|任何|单位和个人|单位或个人|单位、个人|{_EVERYBODY}|的|提出|提交|递交|关于|向本机关|向我[局镇乡县市区州办委]|有关|相关|线上线下){{0,4}}"
_IN = (
    r"(?<![未没无有征回验吸签转])(?:收到(?:并|和|与|及)?(?:受理|办理|处理|答复|办结)?|受理(?:并|和)?(?:办结|办理|答复|处理)?"
    r"|新接收|新受理|新收到?|接收到?|接到|收件|收)"
)
_NOT_GOT = r"(?:(?:未曾|暂未|尚未|从未|均未|没有|没|未)(?:收到|受理|接到|接收|收|办理|产生|发生|出现|有)(?:过|到)?|(?:暂无|均无|并无|没有|无)(?:收到|受理|接到)?)"
_NEXT_YEAR = r"(?:下一?年度?|次年度?|明年|(?P<y>20\d\d)年度?)"
_LAST_YEAR = r"(?:上一?年度?|去年|往年|(?P<y>20\d\d)年度?)"
_MOVED = r"(?:结转|转结|顺延|延续|转入|延至)"
_MONEY = rf"(?P<n>{NUMBER})(?P<u>亿元|万元|元)(?!余|多|左右|以上|/)"
_FIRST = r"(?<![和与及或])(?<![^件条份起宗项]、)"
UNITS_OF_MONEY: Mapping[str, Decimal] = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10_000)}
"""What each unit of money is in 万元."""
_OF = r"(?:的?申请|类|情形|信息|答复|办件|申请件|为由|的|提出|提交|件){0,3}"

# -- the words that make a number mean something else -----------------------------------------------------------------

_PART = re.compile(
    r"其中|(?<!线)(?:网上|线上)(?!线下)|线下|网络|信函|邮寄|邮件|邮箱|来信|当面|现场|书面|传真|窗口|电话"
    r"|上半年|下半年|季度|(?<!\d)(?:[2-9]|1[01])月|1月(?!1日)|月底|占|同比|较|比上|比去|比20|最多|涉及|关于|分别|指导|协助|配合|督促|转办|培训"
)
_PART_OF_ANSWERS = re.compile(_PART.pattern + r"|当场|当日|延期|超期|逾期|平均|日内|个工作日|留言|热线|工单|信访|咨询|建议|提案|诉求|信箱|来件|撤回|撤销")
_CARRIED_TOO = re.compile(r"结转|转结|含")
_TWO_KINDS = re.compile(r"延期(?:答复|办结|办理)|超期|逾期答复")
_OTHER_LETTERS = re.compile(r"留言|热线|工单|信访件|咨询|建议|提案|诉求|信箱|来信|来电")
_NOT_ONLY_REQUESTS = re.compile(f"{_TWO_KINDS.pattern}|{_OTHER_LETTERS.pattern}")
_OWN_CASES = re.compile(r"受理|审理|(?<!未)审结|决定书|应诉|出庭|纠错率|指导|代理|化解|调解率|案卷|复议机构|复议机关|答复书|意见书")
_ATTRIBUTES = re.compile(r"主动公开[^，。；]{0,8}\d|公开属性|制作信息|公文")
_NOT_HELD_MIXED = re.compile(_ATTRIBUTES.pattern + r"|不存在|非本机关|不属于")
_ABOUT_OTHER_TEXTS = re.compile(r"解读|合法性|备案|征求|草案|起草|公布信息|公平竞争|上级|转发|失效|清理(?!废止)")


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_REQUESTS, _REMEDIES = Cite("条例", 50, 1, 2), Cite("条例", 50, 1, 3)
_PROACTIVE = Cite("条例", 50, 1, 1)


def _received(name: str, pattern: str, about: Context = "", never: re.Pattern[str] | None = None) -> Statement:
    return Statement(
        name, _words(pattern), amounts.RECEIVED, _REQUESTS, (amounts.TO_HANDLE,), _CARRIED_TOO, about, _PART, never,
    )


RECEIVED = (
    _received("收到申请若干件", rf"{_IN}{_FILL}{_WHO}{_OBJECT}{_FILL}{_COUNT}"),
    _received("收到若干件申请", rf"{_IN}{_FILL}(?P<n>{NUMBER}){_UNIT}{_WHO}{_OBJECT}"),
    _received("收到申请若干件（简）", rf"{_IN}{_FILL}{_WHO}申请{_FILL}{_COUNT}", "requests"),
    _received("收到若干件申请（简）", rf"{_IN}{_FILL}(?P<n>{NUMBER}){_UNIT}申请(?!人)", "requests"),
    _received("新收若干件", rf"(?:本年|年内|当年)度?新(?:接)?(?:收|受理)到?{_FILL}{_COUNT}", "requests"),
    _received("未收到申请", rf"{_NOT_GOT}(?:一[件例起条])?{_WHO}{_OBJECT}(?:的?情况|需求|记录)?{_END}"),
    _received("申请若干件", rf"(?:^|[，。；：]|年度?|全年|共有?|有)(?:{_OBJECT}){_FILL}{_COUNT}", "requests", _ATTRIBUTES),
)
HANDLED = (
    Statement(
        "办理申请若干件", _words(rf"(?<![未不])(?:累计|共)?(?:办理|处理)(?:回复|答复|并答复)?{_FILL}{_WHO}{_OBJECT}{_FILL}{_COUNT}"),
        amounts.CONCLUDED, _REQUESTS, (amounts.RECEIVED, amounts.TO_HANDLE), None, "", _PART_OF_ANSWERS, _TWO_KINDS,
    ),
    Statement(
        "办结若干件", _words(rf"(?<![未不])(?:办结|答复|回复|办复)(?:完毕)?{_FILL}(?:{_OBJECT}|申请)?{_FILL}{_ALONE}"),
        amounts.CONCLUDED, _REQUESTS, (amounts.CONCLUDED_OF_NEW,), None, "requests", _PART_OF_ANSWERS, _NOT_ONLY_REQUESTS,
    ),
)
CARRIED = (
    Statement(
        "无结转下年度", _words(rf"无(?:申请)?(?:{_MOVED}(?:至|到)?(?:下一?年度?|次年)|(?:下一?年度?|次年){_MOVED})"), amounts.CARRIED_OUT, _REQUESTS, (), None, "requests",
    ),
    Statement(
        "若干件结转下年度",
        _words(rf"(?P<n>{NUMBER}){_UNIT}(?:{_OBJECT}|申请)?(?:按照?《》)?(?:的?规定)?(?:将|需|拟|已)?{_MOVED}(?:至|到|入)?{_NEXT_YEAR}"),
        amounts.CARRIED_OUT, _REQUESTS, (), None, "requests", of_year=1,
    ),
    Statement(
        "上年结转若干件", _words(rf"{_LAST_YEAR}(?:结转|转结)(?:至?本年度?|下来|过来|的)*(?:继续)?(?:办理|处理)?(?:的)?(?:{_OBJECT}|申请)?(?:办理)?{_FILL}{_COUNT}"),
        amounts.CARRIED_IN, _REQUESTS, (), None, "requests", of_year=-1,
    ),
    Statement(
        "结转上年若干件", _words(rf"结转自?{_LAST_YEAR}(?:的)?(?:{_OBJECT}|申请|件)*{_FILL}{_COUNT}"),
        amounts.CARRIED_IN, _REQUESTS, (), None, "requests", of_year=-1,
    ),
    Statement(
        "无上年结转", _words(r"无上一?年度?(?:结转|转结)|上一?年度?无(?:结转|转结)"), amounts.CARRIED_IN, _REQUESTS, (), None, "requests",
    ),
    Statement(
        "结转下年度若干件", _words(rf"{_MOVED}(?:至|到|入)?{_NEXT_YEAR}(?:继续)?(?:办理|处理|答复)?(?:的)?(?:{_OBJECT}|申请|件)*{_FILL}{_COUNT}"),
        amounts.CARRIED_OUT, _REQUESTS, (), None, "requests", of_year=1,
    ),
)


def _outcome(name: str, words: str, amount: Amount, never: re.Pattern[str] = _ATTRIBUTES) -> Statement:
    return Statement(name, _words(rf"{words}{_OF}{_FILL}{_COUNT}"), amount, _REQUESTS, (), None, "requests", _OTHER_LETTERS, never)


OUTCOMES = (
    _outcome("予以公开和部分公开", r"(?<![不主动])予以公开(?:及|和|与|、|或)部分公开", amounts.plus(amounts.GRANTED, amounts.PARTLY_GRANTED)),
    _outcome("本机关不掌握", r"不掌握(?:相关)?(?:政府)?信息(?:而|的)?(?:无法提供|不予提供)?", amounts.outcome("unavailable_not_held"), _NOT_HELD_MIXED),
    _outcome("没有现成信息", r"没有现成(?:的)?信息(?:、?需要另行制作)?", amounts.outcome("unavailable_must_be_created")),
    _outcome("补正后仍不明确", r"补正后(?:申请内容)?仍不明确", amounts.outcome("unavailable_still_unclear")),
    _outcome("国家秘密", r"(?:属于|涉及)国家秘密", amounts.outcome("refused_state_secret")),
    _outcome("法律行政法规禁止公开", r"(?:其他|其它)?法律、?行政法规禁止公开", amounts.outcome("refused_forbidden_by_law")),
    _outcome("三安全一稳定", r"危及“?三安全一稳定”?", amounts.outcome("refused_security_and_stability")),
    _outcome("第三方合法权益", r"(?:保护|损害|侵害)第三方合法权益", amounts.outcome("refused_third_party_rights")),
    _outcome("内部事务信息", r"(?:属于)?(?:三类)?内部(?:事务|管理)(?:性)?信息", amounts.outcome("refused_internal_affairs")),
    _outcome("过程性信息", r"(?:属于)?(?:四类)?过程性信息", amounts.outcome("refused_process_information")),
    _outcome("行政执法案卷", r"(?:属于)?行政执法案卷(?:信息)?", amounts.outcome("refused_enforcement_file")),
    _outcome("行政查询事项", r"(?:属于)?行政查询事项", amounts.outcome("refused_inquiry_matter")),
    _outcome("信访举报投诉类申请", r"信访、?(?:举报|投诉)、?(?:举报|投诉)类申请", amounts.outcome("unprocessed_petition")),
    _outcome("重复申请", r"(?:属于)?重复申请", amounts.outcome("unprocessed_repeated")),
    _outcome("公开出版物", r"(?:要求提供)?公开出版物", amounts.outcome("unprocessed_publication")),
    _outcome("大量反复申请", r"(?:无正当理由)?大量反复申请", amounts.outcome("unprocessed_excessive")),
    _outcome("要求确认或重新出具", r"(?:要求行政机关)?确认或(?:者)?重新出具已获取信息", amounts.outcome("unprocessed_reconfirmation")),
    _outcome("逾期不补正", r"逾期[不未]补正(?:、?(?:行政机关)?不再处理(?:其政府信息公开申请)?)?", amounts.outcome("other_clarification_lapsed")),
    _outcome("逾期不缴费", r"逾期[不未](?:按收费通知要求)?缴纳?费用?(?:、?(?:行政机关)?不再处理(?:其政府信息公开申请)?)?", amounts.outcome("other_fee_lapsed")),
    _outcome("予以公开", rf"{_FIRST}(?<![不主动])予以公开", amounts.GRANTED),
    _outcome("部分公开", rf"{_FIRST}部分公开", amounts.PARTLY_GRANTED),
    _outcome("不予公开", rf"{_FIRST}(?<!分)不予公开", amounts.REFUSED_ALL),
    Statement(
        "无法提供", _words(rf"{_FIRST}无法提供{_OF}{_FILL}{_COUNT}"), amounts.UNAVAILABLE_ALL, _REQUESTS,
        (amounts.outcome("unavailable_not_held"),), re.compile("不掌握"), "requests", _OTHER_LETTERS, _NOT_HELD_MIXED,
    ),
    _outcome("不予处理", rf"{_FIRST}不予处理", amounts.UNPROCESSED_ALL),
    _outcome("其他处理", rf"{_FIRST}(?:其他|其它)处理", amounts.OTHER_ALL),
)


def _from(name: str, words: str, amount: Amount, also: Amount | None = None) -> tuple[Statement, Statement]:
    others = (also,) if also else ()
    return (
        Statement(name, _words(rf"{words}{_OF}{_FILL}{_COUNT}"), amount, _REQUESTS, others, None, "requests", _OTHER_LETTERS),
        Statement(f"若干件{name}", _words(rf"(?P<n>{NUMBER}){_UNIT}(?:为|系|是|由){words}(?:的?申请|提出|提交){_END}"), amount, _REQUESTS, others, None, "requests"),
    )


APPLICANTS = (
    Statement("均为自然人", _words(rf"(?:均|全部|全|都)(?:为|是|系)自然人(?:的?申请|提出的?申请|提出)?{_END}"), amounts.ORGANISATIONS, _REQUESTS, (), None, "requests"),
    *_from("自然人申请", rf"{_FIRST}自然人", amounts.NATURAL, amounts.NATURAL_TO_HANDLE),
    *_from("法人或其他组织申请", "法人(?:和|或者|或|及|以及|、)?(?:其他|其它)组织", amounts.ORGANISATIONS, amounts.ORGANISATIONS_TO_HANDLE),
    *_from("商业企业申请", "商业企业", amounts.applicant("enterprise")),
    *_from("科研机构申请", "科研机构", amounts.applicant("research_institution")),
    *_from("社会公益组织申请", "社会公益组织", amounts.applicant("public_welfare")),
    *_from("法律服务机构申请", "法律服务机构", amounts.applicant("legal_service")),
)

# -- reconsideration and litigation -----------------------------------------------------------------------------------

_CASES = r"(?:的?案件|案|申请|事项|件)*"
_HAPPENED = r"(?:收到|发生|产生|引发|引起|涉及|被提起|被申请|提起|有)(?:了|共)?"
_BECAUSE = r"(?:因?(?:政府)?信息公开(?:申请|工作)?(?:类|案件)?(?:引起|引发|产生|提起|导致)?的?)?"
_NOT_HAPPENED = (
    r"(?:(?:未曾|暂未|尚未|从未|均未|没有|没|未)(?:发生|产生|出现|收到|有|被|因|引发|引起|涉及|接到|存在|提起|申请)"
    r"|(?:暂无|均无|并无|没有|无)(?:发生|收到|因|被|涉及|政府信息|信息公开|依申请|行政复议|行政诉讼|复议|诉讼|一[起件例]))"
)
_LOST = r"(?![^，。；]{0,15}(?:纠错|败诉|被纠|纠正|撤销|责令|确认违法))"
_NO_CONDITION = r"(?![^，。；]{0,40}(?:不当|不及时|违法|不规范|超期|逾期|失误|错误|不作为|不力))"
_NONE_TAIL = r"(?:等?的?(?:案件|情况|情形|事项|现象|事件|案例|案|申请|行为|方面)){0,3}(?:发生)?(?=[，。；、！）]|$|的)"
_AND = r"(?:申请|案件)?(?:、|和|及|或者|或|与|以及)(?:被)?(?:提起|引发|引起|发生)?(?:的)?"


def _remedy(name: str, pattern: str, amount: Amount, *also: Amount, about: Context = "remedies") -> Statement:
    return Statement(name, _words(pattern), amount, _REMEDIES, also, None, about, _OWN_CASES)


def _result(name: str, words: str, column: str, label: str) -> tuple[Statement, Statement]:
    """Of litigation where that was named last, else of reconsideration; either may have been meant, or both together."""
    one, both, *others = amounts.results(column, label)
    pattern = rf"{words}(?:的|了)?{_CASES}{_FILL}{_COUNT}"
    return (
        _remedy(f"诉讼{name}", pattern, both, one, *others, about="litigation"),
        _remedy(f"复议{name}", pattern, one, both, *others),
    )


REMEDIES = (
    _remedy("复议诉讼合计", rf"行政复议{_AND}(?:行政)?诉讼{_CASES}(?!均为[^0零〇]){_FILL}{_COUNT}", amounts.ALL_REMEDIES),
    _remedy("没有复议", rf"{_NOT_HAPPENED}{_NO_CONDITION}[^，。；]{{0,40}}?(?P<z>复议){_LOST}(?:申请|案件)?(?=[、和及或与以]|{_NONE_TAIL})", amounts.RECONSIDERATION),
    _remedy("没有诉讼", rf"{_NOT_HAPPENED}{_NO_CONDITION}[^，。；]{{0,40}}?(?P<z>诉讼){_LOST}{_NONE_TAIL}", amounts.LITIGATION),
    _remedy("未经复议直接起诉", rf"未经复议(?:的)?(?:直接)?起诉{_CASES}{_FILL}{_COUNT}", amounts.DIRECT),
    _remedy("复议后起诉", rf"(?:经)?复议后(?:再)?(?:提起)?(?:起诉|诉讼){_CASES}{_FILL}{_COUNT}", amounts.AFTER),
    *_result("尚未审结", r"(?:尚未|未)审结(?:的)?(?:行政)?(?:复议|诉讼)?", "pending", "尚未审结"),
    *_result("维持", r"(?<!均)(?:结果)?维持(?:原)?(?:行政行为|具体行政行为|答复|决定)?(?:结果)?", "upheld", "结果维持"),
    *_result("纠正", r"(?:结果|被|责令|予以)?纠正(?:结果)?", "corrected", "结果纠正"),
    _remedy("行政复议", rf"(?:行政)?复议{_CASES}{_FILL}{_COUNT}", amounts.RECONSIDERATION),
    _remedy("若干件行政复议", rf"{_HAPPENED}(?P<n>{NUMBER}){_UNIT}{_BECAUSE}行政复议", amounts.RECONSIDERATION),
    _remedy("行政诉讼", rf"(?:行政诉讼|(?<=[，、；和及])(?:提起)?诉讼){_CASES}{_FILL}{_COUNT}", amounts.LITIGATION),
    _remedy("若干件行政诉讼", rf"{_HAPPENED}(?P<n>{NUMBER}){_UNIT}{_BECAUSE}行政诉讼", amounts.LITIGATION),
)

# -- 表二 -------------------------------------------------------------------------------------------------------------

_MAKE = r"(?:制发|制定(?:并|和)?(?:印发|发布|出台|公布|公开)?|制订|印发|出台(?:实施)?|新制定|新出台)(?:了|的)?"
_PIECES = rf"(?P<n>{NUMBER})(?:(?:件|个|份|部|项)(?!余|多|左右|以上)|{_END})"
_NORMATIVE = r"(?:党政|行政)?规范性文件"


def _document(name: str, pattern: str, amount: Amount, about: Context = "") -> Statement:
    return Statement(name, _words(pattern), amount, _PROACTIVE, (), None, about, _ABOUT_OTHER_TEXTS)


def _documents(line: Literal["rules", "normative_documents"], title: str, words: str) -> tuple[Statement, ...]:
    issued = amounts.documents(line, title, "issued", "本年制发件数", "made")
    repealed = amounts.documents(line, title, "repealed", "本年废止件数")
    kept = amounts.documents(line, title, "in_force", "现行有效件数")
    return (
        _document(f"制发{title}若干件", rf"{_MAKE}{_FILL}(?:新的)?{words}{_FILL}{_PIECES}", issued),
        _document(f"制发若干件{title}", rf"{_MAKE}{_FILL}(?P<n>{NUMBER})(?:件|个|份|部|项){words}(?!.{{0,4}}解读)", issued),
        _document(f"{title}制发若干件", rf"(?<=[，、；：])(?:本年)?(?:度)?制发(?:件数)?{_FILL}{_PIECES}", issued, line),
        _document(f"未制发{title}", rf"(?:未|没有)(?:新)?(?:制发|制定|出台|印发)(?:过|新的|任何)?(?:规章(?:和|及|、|或))?{words}(?:的?情况)?{_END}", issued),
        _document(f"废止{title}若干件", rf"(?:清理)?废止(?:了|的)?(?:{words}|文件)?{_FILL}{_PIECES}", repealed, line),
        _document(f"现行有效{title}若干件", rf"(?:现行|继续)有效(?:的)?(?:{words}|文件)?{_FILL}{_PIECES}", kept, line),
    )


def _decided(line: str, title: str) -> tuple[Statement, ...]:
    amount = amounts.decisions(line, title)
    return (
        Statement(
            f"作出{title}若干件", _words(rf"(?:作出|做出)(?:的)?(?:各类)?{title}(?:措施)?(?:的)?(?:处理)?(?:决定)?{_FILL}{_COUNT}"),
            amount, _PROACTIVE, (), None, "", _PART,
        ),
        Statement(
            f"{title}决定若干件", _words(rf"{title}(?:处理)?决定(?:书)?(?:数量)?{_FILL}{_COUNT}"), amount, _PROACTIVE, (), None, "",
            re.compile(_PART.pattern + "|公开|公示|公布|发布|上传|录入|归集"),
        ),
        Statement(
            f"未作出{title}", _words(rf"(?:未|没有)(?:作出|做出|实施|发生|产生)(?:过)?{title}(?:决定|行为|措施|案件)?(?:的?情况)?{_END}"),
            amount, _PROACTIVE,
        ),
    )


PROACTIVE = (
    *_documents("normative_documents", "行政规范性文件", _NORMATIVE),
    *_documents("rules", "规章", "(?:政府|行政)?规章"),
    *_decided("permits", "行政许可"), *_decided("penalties", "行政处罚"), *_decided("compulsory_measures", "行政强制"),
    Statement(
        "行政事业性收费", _words(rf"行政事业性收费(?:项目)?(?:总?金额|总额|收入|费用)?{_FILL}{_MONEY}"), amounts.FEES, _PROACTIVE, unit="万元", unless=_PART,
    ),
    Statement(
        "未收行政事业性收费", _words(rf"(?:未|没有|无)(?:收取|发生|产生)(?:过|任何)?行政事业性收费(?:项目|情况)?{_END}"), amounts.FEES, _PROACTIVE, unit="万元",
    ),
)

STATEMENTS: tuple[Statement, ...] = (*CARRIED, *RECEIVED, *HANDLED, *OUTCOMES, *APPLICANTS, *REMEDIES, *PROACTIVE)
