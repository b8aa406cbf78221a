"""The decisions that end a request, each with its row of 表三, its article, its letter and the way to a remedy.

Several decisions may share one row of the form: 不存在 and 非本机关负责公开 are both 本机关不掌握相关政府信息.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.annual_report.form import (
    DIVIDED_OTHER_ROWS,
    OUTCOME_ROWS,
    UNDIVIDED_OTHER_ROW,
    Row,
)
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, row_in_force
from gongkai.law.letters.kinds import letter
from gongkai.law.letters.letter import Letter

RemedyOrder = Literal["reconsideration_first", "either"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_SUIT_DOUBT = "法释〔2025〕8号只核对到第三条；单独就此类告知起诉的，据转述人民法院不予受理"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One decision. ``row`` is the key of its row in the 2021 form, ``letters`` are keys of ``letters.LETTERS``, the applicant's first.

    ``grounds``: the Regulations demand that the reason be stated. ``inventory``: the letter says document by document what
    is given, what is withheld and on which ground (our reading of that demand where several documents are asked for, not
    itself a rule). ``says``: what else the letter must hold.
    """

    key: str
    row: str
    decision: str
    letters: tuple[str, ...]
    grounds: bool
    inventory: bool
    says: tuple[str, ...]
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""

    @property
    def label(self) -> str:
        """The row of the 2021 form as printed: 2.重复申请."""
        return row_of(self).title


def _granted(key: str, decision: str, says: str | tuple[str, ...], cite: Cite, *more_letters: str) -> Outcome:
    said = (says,) if isinstance(says, str) else says
    return Outcome(key, "granted", decision, ("grant", *more_letters), grounds=False, inventory=False, says=said, cite=cite)


def _refused(key: str, row: str, decision: str, cite: Cite, *says: str) -> Outcome:
    return Outcome(key, row, decision, ("refusal",), grounds=True, inventory=True, says=("所依据的条款", *says), cite=cite)


def _told(key: str, row: str, decision: str, letter: str, cite: Cite, *says: str, grounds: bool = False,
          in_force: InForce = _SINCE_2019, doubt: str = "") -> Outcome:
    return Outcome(key, row, decision, (letter,), grounds=grounds, inventory=False, says=says, cite=cite, in_force=in_force, doubt=doubt)


OUTCOMES: tuple[Outcome, ...] = (
    _granted("already_public", "已经主动公开，告知获取的方式、途径", "获取的方式、途径", Cite("条例", 36, None, 1)),
    _granted("provided", "可以公开，提供该政府信息", "提供的信息清单", Cite("条例", 36, None, 2)),
    _granted("told_when_and_where", "可以公开，告知获取的方式、途径和时间", ("获取的方式、途径", "获取的时间"), Cite("条例", 36, None, 2)),
    _granted("provided_in_other_form", "以电子数据或者其他适当形式提供，或者安排查阅、抄录", ("不按要求的形式提供的原因", "提供的信息清单"), Cite("条例", 40)),
    _granted("disclosed_in_public_interest", "第三方不同意，但不公开会对公共利益造成重大影响，予以公开", "提供的信息清单", Cite("条例", 32), "disclosure_notice"),
    Outcome("partly_granted", "partly_granted", "作区分处理，提供可以公开的内容，其余不予公开", ("partial_grant",), grounds=True, inventory=True,
            says=("公开的部分", "不公开的部分和所依据的条款"), cite=Cite("条例", 37)),
    _refused("state_secret", "refused_state_secret", "依法确定为国家秘密，不予公开", Cite("条例", 14)),
    _refused("forbidden_by_law", "refused_forbidden_by_law", "法律、行政法规禁止公开，不予公开", Cite("条例", 14), "禁止公开的法律、行政法规条款"),
    _refused("security_and_stability", "refused_security_and_stability", "公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开", Cite("条例", 14)),
    _refused("third_party_rights", "refused_third_party_rights", "涉及商业秘密、个人隐私等，公开会损害第三方合法权益，不予公开", Cite("条例", 15)),
    _refused("third_party_objects", "refused_third_party_rights", "第三方不同意公开且有合理理由，不予公开", Cite("条例", 32), "征求第三方意见的情况"),
    _refused("internal_affairs", "refused_internal_affairs", "属于人事管理、后勤管理、内部工作流程的内部事务信息，不予公开", Cite("条例", 16, 1)),
    _refused("process_information", "refused_process_information", "属于讨论记录、过程稿、磋商信函、请示报告等过程性信息，不予公开", Cite("条例", 16, 2)),
    _refused("enforcement_file", "refused_enforcement_file", "属于行政执法案卷信息，不予公开", Cite("条例", 16, 2)),
    _told("inquiry_matter", "refused_inquiry_matter", "属于工商、不动产登记资料等，告知依照有关法律、行政法规的规定办理", "special_procedure",
          Cite("条例", 36, None, 7), "有关法律、行政法规的名称和办理途径", "属于哪一类查询事项", doubt=_SUIT_DOUBT),
    _told("nonexistent", "unavailable_not_held", "经检索没有所申请公开信息，告知该政府信息不存在", "nonexistence", Cite("条例", 36, None, 4),
          "检索的范围、方法、关键词和日期"),
    _told("not_responsible", "unavailable_not_held", "不属于本行政机关负责公开，告知申请人", "not_responsible", Cite("条例", 36, None, 5),
          "能够确定的，负责公开的行政机关名称、联系方式", grounds=True),
    _told("must_be_created", "unavailable_must_be_created", "需要对现有政府信息进行加工、分析，不予提供", "cannot_provide", Cite("条例", 38),
          "没有现成信息、需要加工分析的情况", doubt=_SUIT_DOUBT),
    _told("still_unclear", "unavailable_still_unclear", "经补正，申请内容仍不明确，无法提供", "cannot_provide", Cite("条例", 30),
          "补正告知和补正的情况", "仍不明确之处", doubt="《条例》第三十条没有直接规定补正后仍不明确的处理，按年报格式表三（四）3归类"),
    _told("petition", "unprocessed_petition", "以申请形式进行信访、投诉、举报等活动，不作为政府信息公开申请处理", "not_processed", Cite("条例", 39, 1),
          "可以提出的相应渠道", doubt=_SUIT_DOUBT),
    _told("repeated", "unprocessed_repeated", "已作出答复，重复申请公开相同政府信息，不予重复处理", "not_processed", Cite("条例", 36, None, 6),
          "上次答复的文号和日期", doubt=_SUIT_DOUBT),
    _told("publication", "unprocessed_publication", "要求提供政府公报、报刊、书籍等公开出版物，告知获取的途径", "not_processed", Cite("条例", 39, 2),
          "获取的途径", doubt=_SUIT_DOUBT),
    _told("excessive", "unprocessed_excessive", "数量、频次明显超过合理范围，说明的理由不合理，不予处理", "not_processed", Cite("条例", 35),
          "要求说明理由的情况", "理由不合理之处"),
    _told("reconfirmation", "unprocessed_reconfirmation", "要求行政机关确认或者重新出具已经获取的信息，不予处理", "not_processed",
          Cite("年报格式", part="表三（五）5"), "已经获取该信息的情况", doubt="《条例》没有对应条款，按年报格式表三（五）5归类"),
    _told("clarification_lapsed", "other_clarification_lapsed", "无正当理由逾期不补正，视为放弃申请，不再处理", "lapse", Cite("条例", 30),
          "补正告知送达的日期和补正期限"),
    _told("fee_lapsed", "other_fee_lapsed", "逾期未按收费通知要求缴纳费用，视为放弃申请，不再处理", "lapse", Cite("信息处理费办法", 6),
          "收费通知送达的日期和缴费期限", in_force=InForce(date(2021, 1, 1))),
    _told("withdrawn", "other_miscellaneous", "申请人撤回申请", "closing", Cite("年报格式", part="表三（六）3"),
          "撤回的日期和方式", doubt="《条例》没有规定撤回，按年报格式表三（六）3归类"),
    _told("not_a_request", "other_miscellaneous", "属于咨询等，不是政府信息公开申请", "closing", Cite("条例", 2),
          "可以提出的相应渠道", doubt="按年报格式表三（六）3归类，系推定"),
    _told("miscellaneous", "other_miscellaneous", "其他处理", "closing", Cite("年报格式", part="表三（六）3"), "处理的情况",
          doubt="哪些情形计入“其他”，未见全国统一说明"),
)

_ROWS = {row.key: row for row in (*OUTCOME_ROWS, *DIVIDED_OTHER_ROWS)}
_UNDIVIDED = frozenset(row.key for row in DIVIDED_OTHER_ROWS)


def row_of(outcome: Outcome, *, undivided: bool = False) -> Row:
    """The row of 表三 in which the outcome is counted; ``undivided`` for a form with （六）其他处理 as one row."""
    return UNDIVIDED_OTHER_ROW if undivided and outcome.row in _UNDIVIDED else _ROWS[outcome.row]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What an applicant who disagrees does first. ``rows`` are the rows of 表三 it holds for, ``tell`` what the letter says."""

    order: RemedyOrder
    rows: tuple[str, ...]
    tell: str
    cite: Cite
    in_force: InForce
    doubt: str = ""


_REFUSED_BY_14_TO_16 = (
    "refused_state_secret", "refused_forbidden_by_law", "refused_security_and_stability", "refused_third_party_rights",
    "refused_internal_affairs", "refused_process_information", "refused_enforcement_file",
)
_ALL_ROWS = tuple(_ROWS)
_OTHER_ROWS = tuple(key for key in _ALL_ROWS if key not in {*_REFUSED_BY_14_TO_16, "partly_granted"})
_TELL_EITHER = "可以依法申请行政复议，也可以依法提起行政诉讼"
_TELL_FIRST = "应当先依法申请行政复议；对行政复议决定不服的，可以再依法提起行政诉讼"

REMEDIES: tuple[Remedy, ...] = (
    Remedy("either", _ALL_ROWS, _TELL_EITHER, Cite("条例", 51), InForce(date(2019, 5, 15), date(2023, 12, 31))),
    Remedy("reconsideration_first", _REFUSED_BY_14_TO_16, _TELL_FIRST, Cite("复议法", 23, 1, 4), InForce(date(2024, 1, 1))),
    Remedy("reconsideration_first", ("partly_granted",), _TELL_FIRST, Cite("复议法", 23, 1, 4), InForce(date(2024, 1, 1)),
           doubt="部分公开中不予公开的部分是否须先复议，未能核实；按须先复议告知较为稳妥"),
    Remedy("either", _OTHER_ROWS, _TELL_EITHER, Cite("条例", 51), InForce(date(2024, 1, 1))),
)


def remedy_of(outcome: Outcome, on: date) -> Remedy:
    """The way to a remedy against a decision made on the day ``on``. Raises NoRuleInForce before 2019-05-15."""
    return row_in_force((remedy for remedy in REMEDIES if outcome.row in remedy.rows), on)


_BY_KEY = {outcome.key: outcome for outcome in OUTCOMES}


def outcome(key: str) -> Outcome:
    """The decision of that key; raises KeyError."""
    return _BY_KEY[key]


def letters_of(decision: Outcome) -> tuple[Letter, ...]:
    """The letters a decision needs, the applicant's first."""
    return tuple(letter(key) for key in decision.letters)
