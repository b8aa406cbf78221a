"""The table of statements: in which words reports state a number that also stands in a cell, and which cell that is.

Each row has a pattern over even text (``sentences.plain_text``) whose group ``n`` is the number; a row without ``n`` states zero.
Rows stand from the most particular to the most general: words that one row has used are not looked at by later rows.
The words that patterns share stand in ``wording``.
"""

import re
from dataclasses import dataclass
from typing import Literal

from gongkai.law.annual_report.form import EITHER_FORM
from gongkai.law.annual_report.narrative import amounts
from gongkai.law.annual_report.narrative import wording as w
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


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_REQUESTS, _REMEDIES = Cite("条例", 50, 1, 2), Cite("条例", 50, 1, 3)
_PROACTIVE = Cite("条例", 50, 1, 1)


def _received(
    name: str, pattern: str, about: Context = "", never: re.Pattern[str] | None = None, unless: re.Pattern[str] = w.PART
) -> Statement:
    return Statement(
        name, _words(pattern), amounts.RECEIVED, _REQUESTS,
        also=(amounts.TO_HANDLE,), also_if=w.CARRIED_TOO, about=about, unless=unless, never=never,
    )


RECEIVED = (
    _received("收到申请若干件", rf"{w.IN}{w.FILL}{w.WHO}{w.OBJECT}{w.FILL}{w.COUNT}"),
    _received("收到若干件申请", rf"{w.IN}{w.FILL}(?P<n>{NUMBER}){w.UNIT}{w.WHO}{w.OBJECT}"),
    _received("收到申请若干件（简）", rf"{w.IN}{w.FILL}{w.WHO}申请{w.FILL}{w.COUNT}", "requests"),
    _received("收到若干件申请（简）", rf"{w.IN}{w.FILL}(?P<n>{NUMBER}){w.UNIT}申请(?!人)", "requests"),
    _received(
        "新收若干件", rf"(?:(?:本年|年内|当年)度?|(?<=[，、；：])|(?<=申请)|(?<=其中))新(?:接)?(?:收|受理)到?{w.FILL}{w.COUNT}", "requests",
        unless=w.PART_OF_NEW,
    ),
    _received("申请受理量若干件", rf"{w.OBJECT}(?:的)?(?:受理|接收|收件)(?:总)?(?:数量|件数|量|数){w.FILL}{w.COUNT}"),
    _received("收件若干件", rf"(?<=[，；：])(?:共|累计|全年)?收件{w.FILL}{w.ALONE}", "requests"),
    _received("未收到申请", rf"{w.NOT_GOT}(?:一[件例起条])?{w.WHO}{w.OBJECT}(?:的?情况|需求|记录)?{w.END}"),
    _received("申请若干件", rf"(?:^|[，。；：]|年度?|全年|共有?|有)(?:{w.OBJECT}){w.FILL}{w.COUNT}", "requests", w.ATTRIBUTES),
)
HANDLED = (
    Statement(
        "办理申请若干件", _words(rf"(?<![未不])(?:累计|共)?(?:办理|处理)(?:回复|答复|并答复)?{w.FILL}{w.WHO}{w.OBJECT}{w.FILL}{w.COUNT}"),
        amounts.CONCLUDED, _REQUESTS, also=(amounts.RECEIVED, amounts.TO_HANDLE), unless=w.PART_OF_ANSWERS, never=w.TWO_KINDS,
    ),
    Statement(
        "办结若干件", _words(rf"(?<![未不])(?:办结|答复|回复|办复|办理完毕)(?:完毕)?{w.FILL}(?:{w.OBJECT}|申请)?{w.FILL}{w.ALONE}"),
        amounts.CONCLUDED, _REQUESTS,
        also=(amounts.CONCLUDED_OF_NEW,), about="requests", unless=w.PART_OF_CONCLUDED, never=w.NOT_ONLY_REQUESTS,
    ),
)
CARRIED = (
    Statement(
        "无结转下年度", _words(rf"无(?:申请)?(?:{w.MOVED}(?:至|到)?(?:下一?年度?|次年)|(?:下一?年度?|次年){w.MOVED})"), amounts.CARRIED_OUT, _REQUESTS, about="requests",
    ),
    Statement(
        "若干件结转下年度",
        _words(rf"(?P<n>{NUMBER}){w.UNIT}(?:{w.OBJECT}|申请)?(?:按照?《》)?(?:的?规定)?(?:将|需|拟|已)?{w.MOVED}(?:至|到|入)?{w.NEXT_YEAR}"),
        amounts.CARRIED_OUT, _REQUESTS, about="requests", of_year=1,
    ),
    Statement(
        "若干件未办完结转下年度",
        _words(rf"(?P<n>{NUMBER}){w.UNIT}(?:{w.OBJECT}|申请)?{w.NOT_YET}，?(?:将|需|拟|已)?{w.MOVED}(?:至|到|入)?{w.NEXT_YEAR}"),
        amounts.CARRIED_OUT, _REQUESTS, about="requests", of_year=1,
    ),
    Statement(
        "上年结转若干件", _words(rf"{w.LAST_YEAR}(?:结转|转结)(?:至?本年度?|下来|过来|的)*(?:继续)?(?:办理|处理)?(?:的)?(?:{w.OBJECT}|申请)?(?:办理)?{w.FILL}{w.COUNT}"),
        amounts.CARRIED_IN, _REQUESTS, about="requests", of_year=-1,
    ),
    Statement(
        "结转上年若干件", _words(rf"结转自?{w.LAST_YEAR}(?:的)?(?:{w.OBJECT}|申请|件)*{w.FILL}{w.COUNT}"),
        amounts.CARRIED_IN, _REQUESTS, about="requests", of_year=-1,
    ),
    Statement(
        "无上年结转", _words(r"无上一?年度?(?:结转|转结)|上一?年度?无(?:结转|转结)"), amounts.CARRIED_IN, _REQUESTS, about="requests",
    ),
    Statement(
        "结转下年度若干件", _words(rf"{w.MOVED}(?:至|到|入)?{w.NEXT_YEAR}(?:继续)?(?:办理|处理|答复)?(?:的)?(?:{w.OBJECT}|申请|件)*{w.FILL}{w.COUNT}"),
        amounts.CARRIED_OUT, _REQUESTS, about="requests", of_year=1,
    ),
)


def _outcome(
    name: str, words: str, amount: Amount, never: re.Pattern[str] = w.ATTRIBUTES, unless: re.Pattern[str] = w.OTHER_LETTERS
) -> Statement:
    return Statement(name, _words(rf"{words}{w.OF}{w.FILL}{w.COUNT}"), amount, _REQUESTS, about="requests", unless=unless, never=never)


OUTCOMES = (
    _outcome("予以公开和部分公开", r"(?<![不主动])予以公开(?:及|和|与|、|或)部分公开", amounts.plus(amounts.GRANTED, amounts.PARTLY_GRANTED)),
    _outcome("本机关不掌握", r"不掌握(?:相关)?(?:政府)?信息(?:而|的)?(?:无法提供|不予提供)?", amounts.outcome("unavailable_not_held"), w.NOT_HELD_MIXED),
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
    _outcome("予以公开", rf"{w.FIRST}(?<![不主动])予以公开", amounts.GRANTED),
    _outcome("部分公开", rf"{w.FIRST}部分公开", amounts.PARTLY_GRANTED),
    _outcome("不予公开", rf"{w.FIRST}(?<!分)不予公开", amounts.REFUSED_ALL, unless=w.ONE_REASON),
    Statement(
        "无法提供", _words(rf"{w.FIRST}无法提供{w.OF}{w.FILL}{w.COUNT}"), amounts.UNAVAILABLE_ALL, _REQUESTS,
        also=tuple(map(amounts.outcome, ("unavailable_not_held", "unavailable_must_be_created", "unavailable_still_unclear"))),
        also_if=re.compile("不掌握|没有现成|不明确"), about="requests",
        unless=w.OTHER_LETTERS, never=w.NOT_HELD_MIXED,
    ),
    _outcome("不予处理", rf"{w.FIRST}不予处理", amounts.UNPROCESSED_ALL, unless=w.ONE_REASON),
    _outcome("其他处理", rf"{w.FIRST}(?:其他|其它)处理", amounts.OTHER_ALL),
)


def _from(name: str, words: str, amount: Amount, also: Amount | None = None) -> tuple[Statement, Statement]:
    others = (also,) if also else ()
    return (
        Statement(name, _words(rf"{words}{w.OF}{w.FILL}{w.COUNT}"), amount, _REQUESTS, also=others, about="requests", unless=w.OTHER_LETTERS),
        Statement(f"若干件{name}", _words(rf"(?P<n>{NUMBER}){w.UNIT}(?:为|系|是|由){words}(?:的?申请|提出|提交){w.END}"), amount, _REQUESTS, also=others, about="requests"),
    )


APPLICANTS = (
    Statement("均为自然人", _words(rf"(?:均|全部|全|都)(?:为|是|系)自然人(?:的?申请|提出的?申请|提出)?{w.END}"), amounts.ORGANISATIONS, _REQUESTS, about="requests"),
    *_from("自然人申请", rf"{w.FIRST}自然人", amounts.NATURAL, amounts.NATURAL_TO_HANDLE),
    *_from("法人或其他组织申请", "法人(?:和|或者|或|及|以及|、)?(?:其他|其它)组织", amounts.ORGANISATIONS, amounts.ORGANISATIONS_TO_HANDLE),
    *_from("商业企业申请", "商业企业", amounts.applicant("enterprise")),
    *_from("科研机构申请", "科研机构", amounts.applicant("research_institution")),
    *_from("社会公益组织申请", "社会公益组织", amounts.applicant("public_welfare")),
    *_from("法律服务机构申请", "法律服务机构", amounts.applicant("legal_service")),
)

# -- reconsideration and litigation -----------------------------------------------------------------------------------

def _remedy(name: str, pattern: str, amount: Amount, *also: Amount, about: Context = "remedies") -> Statement:
    return Statement(name, _words(pattern), amount, _REMEDIES, also=also, about=about, unless=w.OWN_CASES)


def _result(name: str, words: str, column: str, label: str) -> tuple[Statement, Statement]:
    """Of litigation where that was named last, else of reconsideration; either may have been meant, or both together."""
    one, both, *others = amounts.results(column, label)
    pattern = rf"{words}(?:的|了)?{w.CASES}{w.FILL}{w.COUNT}"
    return (
        _remedy(f"诉讼{name}", pattern, both, one, *others, about="litigation"),
        _remedy(f"复议{name}", pattern, one, both, *others),
    )


REMEDIES = (
    _remedy("复议诉讼合计", rf"行政复议{w.AND}(?:行政)?诉讼{w.CASES}(?!均为[^0零〇]){w.FILL}{w.COUNT}", amounts.ALL_REMEDIES),
    _remedy("没有复议", rf"{w.NOT_HAPPENED}{w.NO_CONDITION}[^，。；]{{0,40}}?(?P<z>复议){w.LOST}(?:申请|案件)?(?=[、和及或与以]|{w.NONE_TAIL})", amounts.RECONSIDERATION),
    _remedy("没有诉讼", rf"{w.NOT_HAPPENED}{w.NO_CONDITION}[^，。；]{{0,40}}?(?P<z>诉讼){w.LOST}{w.NONE_TAIL}", amounts.LITIGATION),
    _remedy("未经复议直接起诉", rf"未经复议(?:的)?(?:直接)?起诉{w.CASES}{w.FILL}{w.COUNT}", amounts.DIRECT),
    _remedy("复议后起诉", rf"(?:经)?复议后(?:再)?(?:提起)?(?:起诉|诉讼){w.CASES}{w.FILL}{w.COUNT}", amounts.AFTER),
    *_result("尚未审结", r"(?:尚未|未)审结(?:的)?(?:行政)?(?:复议|诉讼)?", "pending", "尚未审结"),
    *_result("维持", r"(?<!均)(?:结果)?维持(?:原)?(?:行政行为|具体行政行为|答复|决定)?(?:结果)?", "upheld", "结果维持"),
    *_result("纠正", r"(?:结果|被|责令|予以)?纠正(?:结果)?", "corrected", "结果纠正"),
    _remedy("行政复议", rf"(?:行政)?复议{w.CASES}{w.FILL}{w.COUNT}", amounts.RECONSIDERATION),
    _remedy("若干件行政复议", rf"{w.HAPPENED}(?P<n>{NUMBER}){w.UNIT}{w.BECAUSE}行政复议", amounts.RECONSIDERATION),
    _remedy("行政诉讼", rf"(?:行政诉讼|(?<=[，、；和及])(?:被)?(?:提起)?诉讼){w.CASES}{w.FILL}{w.COUNT}", amounts.LITIGATION),
    _remedy("若干件行政诉讼", rf"{w.HAPPENED}(?P<n>{NUMBER}){w.UNIT}{w.BECAUSE}行政诉讼", amounts.LITIGATION),
)

# -- 表二 -------------------------------------------------------------------------------------------------------------

def _document(name: str, pattern: str, amount: Amount, about: Context = "") -> Statement:
    return Statement(name, _words(pattern), amount, _PROACTIVE, about=about, unless=w.ABOUT_OTHER_TEXTS)


def _documents(line: Literal["rules", "normative_documents"], title: str, words: str) -> tuple[Statement, ...]:
    issued = amounts.documents(line, title, "issued", "本年制发件数", "made")
    repealed = amounts.documents(line, title, "repealed", "本年废止件数")
    kept = amounts.documents(line, title, "in_force", "现行有效件数")
    return (
        _document(f"制发{title}若干件", rf"{w.MAKE}{w.FILL}(?:新的)?{words}{w.FILL}{w.PIECES}", issued),
        _document(f"制发若干件{title}", rf"{w.MAKE}{w.FILL}(?P<n>{NUMBER})(?:件|个|份|部|项){words}(?!.{{0,4}}解读)", issued),
        _document(f"{title}制发若干件", rf"(?<=[，、；：])(?:本年)?(?:度)?制发(?:件数)?{w.FILL}{w.PIECES}", issued, line),
        _document(f"未制发{title}", rf"(?:未|没有)(?:新)?(?:制发|制定|出台|印发)(?:过|新的|任何)?(?:规章(?:和|及|、|或))?{words}(?:的?情况)?{w.END}", issued),
        _document(f"废止{title}若干件", rf"(?:清理)?废止(?:了|的)?(?:{words}|文件)?{w.FILL}{w.PIECES}", repealed, line),
        _document(f"现行有效{title}若干件", rf"(?:现行|继续)有效(?:的)?(?:{words}|文件)?{w.FILL}{w.PIECES}", kept, line),
    )


def _decided(line: str, title: str) -> tuple[Statement, ...]:
    amount = amounts.decisions(line, title)
    return (
        Statement(
            f"作出{title}若干件", _words(rf"(?:作出|做出)(?:的)?(?:各类)?{title}(?:措施)?(?:的)?(?:处理)?(?:决定)?{w.FILL}{w.COUNT}"),
            amount, _PROACTIVE, unless=w.PART,
        ),
        Statement(
            f"{title}决定若干件", _words(rf"{title}(?:处理)?决定(?:书)?(?:数量)?{w.FILL}{w.COUNT}"), amount, _PROACTIVE,
            unless=re.compile(w.PART.pattern + "|公开|公示|公布|发布|上传|录入|归集"),
        ),
        Statement(
            f"未作出{title}", _words(rf"(?:未|没有)(?:作出|做出|实施|发生|产生)(?:过)?{title}(?:决定|行为|措施|案件)?(?:的?情况)?{w.END}"),
            amount, _PROACTIVE,
        ),
    )


PROACTIVE = (
    *_documents("normative_documents", "行政规范性文件", w.NORMATIVE),
    *_documents("rules", "规章", "(?:政府|行政)?规章"),
    *_decided("permits", "行政许可"), *_decided("penalties", "行政处罚"), *_decided("compulsory_measures", "行政强制"),
    Statement(
        "行政事业性收费", _words(rf"行政事业性收费(?:项目)?(?:总?金额|总额|收入|费用)?{w.FILL}{w.MONEY}"), amounts.FEES, _PROACTIVE, unit="万元", unless=w.PART,
    ),
    Statement(
        "未收行政事业性收费", _words(rf"(?:未|没有|无)(?:收取|发生|产生)(?:过|任何)?行政事业性收费(?:项目|情况)?{w.END}"), amounts.FEES, _PROACTIVE, unit="万元",
    ),
)

STATEMENTS: tuple[Statement, ...] = (*CARRIED, *RECEIVED, *HANDLED, *OUTCOMES, *APPLICANTS, *REMEDIES, *PROACTIVE)
