"""TEXTS of the letters that end a request: one for each decision of ``gongkai.law.outcomes``, named by its key."""

from gongkai.law.citation import Cite
from gongkai.law.letters.letter import FEES, OGI, LetterText, Paragraph
from gongkai.law.letters.wording import (
    CORRECTED,
    RECEIVED,
    REMADE,
    REMEDIES,
    STATEMENT,
    if_known,
    named,
    said,
)

_REPLY = "政府信息公开申请答复书"
_NOT_PROCESSED_TITLE = "政府信息公开申请不予处理告知书"
_LAPSE = "政府信息公开申请视为放弃、不再处理告知书"
_PROVIDE = Cite("条例", 36, None, 2)
_REFUSE = Cite("条例", 36, None, 3)
_GIVEN = said("{{ 提供的信息 }}")
_WITHHELD = said("{{ 不予公开的信息 }}")
_MORE_BASIS = if_known("依据还有：{{ 其他依据 }}。")


def _decided(letter: str, outcome: str, title: str, cites: tuple[Cite, ...], *paragraphs: Paragraph, doubt: str = "") -> LetterText:
    """A text between the usual first paragraphs and the remedies."""
    whole = (RECEIVED, CORRECTED, REMADE, *paragraphs, STATEMENT, REMEDIES)
    in_force = FEES if outcome == "fee_lapsed" else OGI
    return LetterText(letter, title, whole, cites, outcome, in_force, doubt)


def _granted(outcome: str, text: str, *cites: Cite, listed: bool = False) -> LetterText:
    """A reply that gives the information or says where it is; ``listed``: what is given follows as a list."""
    more = (_GIVEN,) if listed else ()
    return _decided("grant", outcome, _REPLY, cites, said(text), *more)


def _refused(outcome: str, ground: str, *cites: Cite) -> LetterText:
    """A refusal with its ground, its articles, what is withheld and why."""
    return _decided(
        "refusal", outcome, "政府信息不予公开告知书", (*cites, _REFUSE),
        said(f"经审查，{{{{ 称谓 }}}}申请公开的信息{ground}。根据{named(*cites, _REFUSE)}的规定，本机关决定对下列信息不予公开："),
        _WITHHELD,
        said("不予公开的理由：{{ 不予公开的理由 }}。"),
        _MORE_BASIS,
    )


_GRANTS: tuple[LetterText, ...] = (
    _granted("already_public", f"经审查，{{{{ 称谓 }}}}申请公开的信息已经主动公开。根据{named(Cite('条例', 36, None, 1))}的规定，现告知获取该信息的方式、途径：{{{{ 获取方式和途径 }}}}。", Cite("条例", 36, None, 1)),
    _granted("provided", f"经审查，{{{{ 称谓 }}}}申请公开的信息可以公开。根据{named(_PROVIDE)}的规定，现以{{{{ 提供方式 }}}}的方式提供下列信息：", _PROVIDE, listed=True),
    _granted("told_when_and_where", f"经审查，{{{{ 称谓 }}}}申请公开的信息可以公开。根据{named(_PROVIDE)}的规定，现告知获取该信息的方式、途径和时间：{{{{ 获取方式和途径 }}}}；{{{{ 获取时间 }}}}。", _PROVIDE),
    _granted("provided_in_other_form", f"经审查，{{{{ 称谓 }}}}申请公开的信息可以公开。因{{{{ 不按要求形式提供的原因 }}}}，不能按照申请的形式提供。根据{named(Cite('条例', 40), _PROVIDE)}的规定，现以{{{{ 提供方式 }}}}的方式提供下列信息：", Cite("条例", 40), _PROVIDE, listed=True),
    _granted("disclosed_in_public_interest", f"经审查，{{{{ 称谓 }}}}申请公开的信息涉及第三方的合法权益，本机关书面征求了第三方的意见：{{{{ 征求意见情况 }}}}。本机关认为不公开可能对公共利益造成重大影响，根据{named(Cite('条例', 15), Cite('条例', 32), _PROVIDE)}的规定，决定予以公开，现以{{{{ 提供方式 }}}}的方式提供下列信息：", Cite("条例", 32), Cite("条例", 15), _PROVIDE, listed=True),
    _decided(
        "partial_grant", "partly_granted", _REPLY, (Cite("条例", 37), _REFUSE),
        said(f"经审查，{{{{ 称谓 }}}}申请公开的信息中含有不应当公开的内容，能够作区分处理。根据{named(Cite('条例', 37))}的规定，现答复如下："),
        said("一、下列内容予以公开，现以{{ 提供方式 }}的方式提供："),
        _GIVEN,
        said("二、下列内容不予公开，依据和理由逐项说明："),
        _WITHHELD,
        said("不予公开的理由：{{ 不予公开的理由 }}。"),
        _MORE_BASIS,
    ),
)
_REFUSALS: tuple[LetterText, ...] = (
    _refused("state_secret", "属于依法确定为国家秘密的政府信息", Cite("条例", 14)),
    _refused("forbidden_by_law", "属于法律、行政法规禁止公开的政府信息，禁止公开的依据是：{{ 禁止公开的依据 }}", Cite("条例", 14)),
    _refused("security_and_stability", "公开后可能危及国家安全、公共安全、经济安全、社会稳定", Cite("条例", 14)),
    _refused("third_party_rights", "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害", Cite("条例", 15)),
    _refused("third_party_objects", "涉及商业秘密、个人隐私等，公开会损害第三方合法权益。本机关书面征求了第三方的意见：{{ 征求意见情况 }}。第三方不同意公开且有合理理由", Cite("条例", 32), Cite("条例", 15)),
    _refused("internal_affairs", "属于行政机关人事管理、后勤管理、内部工作流程等方面的内部事务信息", Cite("条例", 16, 1)),
    _refused("process_information", "属于行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息", Cite("条例", 16, 2)),
    _refused("enforcement_file", "属于行政执法案卷信息", Cite("条例", 16, 2)),
)
_CANNOT: tuple[LetterText, ...] = (
    _decided(
        "special_procedure", "inquiry_matter", "政府信息公开申请告知书", (Cite("条例", 36, None, 7),),
        said(f"经审查，{{{{ 称谓 }}}}申请公开的信息属于{{{{ 查询事项 }}}}，有关法律、行政法规对该信息的获取有特别规定。根据{named(Cite('条例', 36, None, 7))}的规定，请依照{{{{ 有关规定和办理途径 }}}}办理。"),
    ),
    _decided(
        "nonexistence", "nonexistent", "政府信息不存在告知书", (Cite("条例", 36, None, 4),),
        said(f"本机关对{{{{ 称谓 }}}}申请公开的信息进行了检索：{{{{ 检索情况 }}}}。经检索，没有所申请公开的信息。根据{named(Cite('条例', 36, None, 4))}的规定，现告知{{{{ 称谓 }}}}该政府信息不存在。"),
    ),
    _decided(
        "not_responsible", "not_responsible", "非本机关负责公开告知书", (Cite("条例", 36, None, 5), Cite("条例", 10)),
        said(f"经审查，{{{{ 称谓 }}}}申请公开的信息不属于本机关负责公开，理由是：{{{{ 认定的理由 }}}}。根据{named(Cite('条例', 10), Cite('条例', 36, None, 5))}的规定，现予告知。"),
        if_known("该信息由{{ 负责公开的机关 }}负责公开，联系方式：{{ 负责机关的联系方式 }}。"),
    ),
    _decided(
        "cannot_provide", "must_be_created", "政府信息无法提供告知书", (Cite("条例", 38),),
        said(f"经审查，本机关没有{{{{ 称谓 }}}}申请公开的现成信息，需要对现有政府信息进行加工、分析：{{{{ 需要加工分析的情况 }}}}。根据{named(Cite('条例', 38))}的规定，本机关不予提供。"),
    ),
    _decided(
        "cannot_provide", "still_unclear", "政府信息无法提供告知书", (Cite("条例", 30), Cite("条例", 29, 2)),
        said("因申请内容不明确，本机关于{{ 补正告知日期 }}一次性告知{{ 称谓 }}作出补正。"),
        said(f"经审查，补正后申请内容仍不明确：{{{{ 仍不明确之处 }}}}。不符合{named(Cite('条例', 29, 2))}的规定，本机关无法提供所申请公开的信息。"),
        doubt="《条例》没有直接规定补正后仍不明确的处理",
    ),
)
_NOT_PROCESSED: tuple[LetterText, ...] = (
    _decided(
        "not_processed", "petition", "政府信息公开申请告知书", (Cite("条例", 39, 1),),
        said(f"经审查，{{{{ 称谓 }}}}以政府信息公开申请的形式进行信访、投诉、举报等活动：{{{{ 认定的理由 }}}}。根据{named(Cite('条例', 39, 1))}的规定，本机关不作为政府信息公开申请处理。"),
        if_known("有关诉求可以通过下列渠道提出：{{ 相应渠道 }}。"),
    ),
    _decided(
        "not_processed", "repeated", "政府信息公开申请不予重复处理告知书", (Cite("条例", 36, None, 6),),
        said(f"经审查，本机关已经于{{{{ 上次答复日期 }}}}就{{{{ 称谓 }}}}提出的公开相同政府信息的申请作出答复（{{{{ 上次答复文号 }}}}）。根据{named(Cite('条例', 36, None, 6))}的规定，本机关不予重复处理。"),
    ),
    _decided(
        "not_processed", "publication", _NOT_PROCESSED_TITLE, (Cite("条例", 39, 2),),
        said(f"经审查，{{{{ 称谓 }}}}申请的内容为要求提供公开出版物：{{{{ 出版物 }}}}。根据{named(Cite('条例', 39, 2))}的规定，现告知获取的途径：{{{{ 获取方式和途径 }}}}。"),
    ),
    _decided(
        "not_processed", "excessive", _NOT_PROCESSED_TITLE, (Cite("条例", 35),),
        said("{{ 申请数量和频次 }}，明显超过合理范围。本机关于{{ 要求说明理由日期 }}要求{{ 称谓 }}说明理由，{{ 说明理由的情况 }}。"),
        said(f"经审查，申请理由不合理：{{{{ 理由不合理之处 }}}}。根据{named(Cite('条例', 35))}的规定，本机关不予处理。"),
    ),
    _decided(
        "not_processed", "reconfirmation", _NOT_PROCESSED_TITLE, (Cite("年报格式", part="表三（五）5"),),
        said("经审查，{{ 称谓 }}申请的内容为要求本机关确认或者重新出具已经获取的政府信息：{{ 已经获取的情况 }}。本机关不予处理。"),
        doubt="《条例》没有对应条款，按年报格式表三（五）5的分类，告知书不引用条款",
    ),
)
_ENDED: tuple[LetterText, ...] = (
    _decided(
        "lapse", "clarification_lapsed", _LAPSE, (Cite("条例", 30),),
        said("本机关的补正告知书于{{ 通知送达日期 }}送达{{ 称谓 }}，补正期限于{{ 期限届满日期 }}届满。{{ 称谓 }}无正当理由逾期未补正。"),
        said(f"根据{named(Cite('条例', 30))}的规定，视为{{{{ 称谓 }}}}放弃申请，本机关不再处理该政府信息公开申请。"),
    ),
    _decided(
        "lapse", "fee_lapsed", _LAPSE, (Cite("信息处理费办法", 6),),
        said("本机关的收费通知书于{{ 通知送达日期 }}送达{{ 称谓 }}，缴费期限于{{ 期限届满日期 }}届满。{{ 称谓 }}逾期未按要求缴纳费用。"),
        said(f"根据{named(Cite('信息处理费办法', 6))}的规定，视为{{{{ 称谓 }}}}放弃申请，本机关不再处理该政府信息公开申请。"),
    ),
    _decided(
        "closing", "withdrawn", "政府信息公开申请终止办理告知书", (Cite("年报格式", part="表三（六）3"),),
        said("{{ 称谓 }}于{{ 撤回日期 }}以{{ 撤回方式 }}撤回该申请。本机关终止办理。"),
        doubt="《条例》没有规定撤回，告知书不引用条款",
    ),
    _decided(
        "closing", "not_a_request", "政府信息公开申请告知书", (Cite("条例", 2),),
        said(f"经审查，{{{{ 称谓 }}}}提出的内容不是申请公开{named(Cite('条例', 2))}规定的政府信息，理由是：{{{{ 认定的理由 }}}}。本机关不作为政府信息公开申请办理。"),
        if_known("有关事项可以通过下列渠道提出：{{ 相应渠道 }}。"),
        doubt="按年报格式表三（六）3归类，系推定",
    ),
    _decided(
        "closing", "miscellaneous", "政府信息公开申请办结告知书", (Cite("年报格式", part="表三（六）3"),),
        said("该申请的处理情况：{{ 处理情况 }}。本机关办结该申请。"),
        doubt="哪些情形计入“其他”，未见全国统一说明，告知书不引用条款",
    ),
)

REPLY_TEXTS: tuple[LetterText, ...] = (*_GRANTS, *_REFUSALS, *_CANNOT, *_NOT_PROCESSED, *_ENDED)
