"""TABLE of the fields that letters are filled from, and how each kind of fact is written in a letter."""

from collections.abc import Mapping
from datetime import date

from gongkai.law.letters.figures import amount_in_capitals, date_in_figures
from gongkai.law.letters.letter import Field, Value, is_known
from gongkai.law.steps import without_weekday

FIELDS: tuple[Field, ...] = (
    # The frame of every letter
    Field("organ", "机关名称", "line", "柳林县财政局"),
    Field("document_number", "发文字号", "line", "柳财依复〔2026〕12号"),
    Field("title", "标题", "line", "政府信息公开申请答复书"),
    Field("addressee", "主送", "line", "李申请人"),
    Field("body", "正文", "paragraphs", ("经审查，现答复如下。",)),
    Field("enclosures", "附件", "lines", ("柳林县2025年农机购置补贴资金安排表",)),
    Field("signed_on", "成文日期", "figures", date(2026, 11, 2)),
    Field("contact_person", "联系人", "line", "王经办"),
    Field("contact_telephone", "联系电话", "line", "0000-1234567"),
    Field("contact_address", "联系地址", "line", "柳林县人民路1号"),
    # The request
    Field("you", "称谓", "line", "你"),
    Field("applicant", "申请人", "line", "李申请人"),
    Field("applicant_contact", "申请人联系方式", "line", "0000-7654321"),
    Field("request_number", "申请编号", "line", "柳财依申〔2026〕31号"),
    Field("description", "申请内容", "line", "柳林县2025年农机购置补贴资金安排情况"),
    Field("submitted_on", "提交日期", "day", date(2026, 10, 9)),
    Field("submitted_by", "提交方式", "line", "互联网渠道"),
    Field("received_on", "收到日期", "day", date(2026, 10, 12)),
    Field("due_on", "答复期限", "day", date(2026, 11, 9)),
    Field("due_explained", "期限说明", "line", "其间没有放假调休"),
    Field("query_code", "查询码", "line", "7K4M-P2QX-9TDW-R6HB"),
    Field("query_address", "查询网址", "line", "https://www.liulin.example/ask/"),
    Field("corrected_request_on", "收到补正日期", "day", date(2026, 10, 20)),
    # Clarification, extension, reasons, fee
    Field("clarification_reason", "需要补正的原因", "line", "该申请的内容不明确"),
    Field("items_to_correct", "补正事项", "lines", ("所需信息的年度", "所需信息的文号或者其他特征性描述")),
    Field("correction_days", "补正工作日数", "number", 15),
    Field("correction_way", "补正方式", "line", "原申请渠道或者邮寄"),
    Field("extension_reason", "延长理由", "line", "所涉档案数量较多，需要逐份审查"),
    Field("extension_days", "延长工作日数", "number", 20),
    Field("extended_to", "延长后的答复期限", "day", date(2026, 12, 7)),
    Field("frequency", "申请数量和频次", "line", "你自2026年9月1日至10月12日向本机关提出47件政府信息公开申请"),
    Field("reasons_days", "说明理由工作日数", "number", 10),
    Field("delay_reason", "延迟理由", "line", "申请涉及312份文件，需要逐份审查"),
    Field("delayed_to", "延迟答复日期", "day", date(2027, 1, 15)),
    Field("fee_ground", "收费事由", "line", "你在2026年10月向本机关提出的政府信息公开申请为第12件"),
    Field("fee_standard", "计收标准", "line", "按件计收，当月第11件至第30件每件100元"),
    Field("fee_sum", "收费金额", "yuan", 100),
    Field("payment_way", "缴纳方式", "line", "凭缴款码在本地非税收入收缴平台缴入国库"),
    # Consultations and help
    Field("third_party_opinion", "第三方意见", "line", "不同意公开"),
    Field("information", "征求意见的信息", "line", "《柳林县农机购置补贴核验表》中贵公司的销售价格"),
    Field("concern", "涉及的权益", "line", "商业秘密"),
    Field("reply_way", "反馈方式", "line", "书面意见寄送柳林县人民路1号柳林县财政局办公室"),
    Field("consultation_number", "征询书文号", "line", "柳财依征〔2026〕3号"),
    Field("consulted", "征求意见对象", "line", "第三方"),
    Field("consulted_on", "征求意见日期", "day", date(2026, 10, 15)),
    Field("consultation", "征求意见情况", "line", "第三方书面表示不同意公开，理由是涉及其商业秘密"),
    Field("public_interest", "公共利益理由", "line", "该信息涉及公共资金的使用，不公开将影响社会监督"),
    Field("disclosed", "决定公开的内容", "line", "《柳林县农机购置补贴核验表》中的补贴金额"),
    Field("disclosed_on", "公开日期", "day", date(2026, 11, 16)),
    Field("help_wanted", "协助事项", "lines", ("查找2025年农机购置补贴资金安排的会议纪要", "确认该纪要的制作机关")),
    Field("answer_by", "反馈期限", "day", date(2026, 10, 23)),
    # Decisions
    Field("remade_because", "重新答复依据", "line", "柳林县人民政府行政复议决定书（柳政复决〔2026〕5号）"),
    Field("statement", "答复内容", "paragraphs", ("该表为2025年12月31日的数据，以后有调整的，以本机关网站公布的为准。",)),
    Field("more_basis", "其他依据", "line", "《中华人民共和国统计法》第二十八条"),
    Field("ways", "获取方式和途径", "line", "柳林县人民政府网站“法定主动公开内容”栏目"),
    Field("when", "获取时间", "line", "2026年11月10日9时至17时"),
    Field("provided_by", "提供方式", "line", "电子邮件"),
    Field("provided", "提供的信息", "lines", ("《柳林县2025年农机购置补贴资金安排表》（柳财农〔2025〕8号），电子文件，4页",)),
    Field("form_reason", "不按要求形式提供的原因", "line", "原件为档案原本，复制可能危及载体安全"),
    Field("withheld", "不予公开的信息", "lines", ("《农机购置补贴核验表》第2页的销售价格栏（《中华人民共和国政府信息公开条例》第十五条）",)),
    Field("withholding_reason", "不予公开的理由", "line", "该栏为企业未公开的经营信息，公开会损害其合法权益"),
    Field("forbidding_rule", "禁止公开的依据", "line", "《中华人民共和国统计法》中关于统计资料保密的规定"),
    Field("search", "检索情况", "line", "2026年10月20日以“农机购置补贴”为关键词检索公文系统和2024年至2026年的档案，没有相应记录"),
    Field("reason", "认定的理由", "line", "所申请的信息由县农业农村局制作"),
    Field("responsible_organ", "负责公开的机关", "line", "柳林县农业农村局"),
    Field("responsible_contact", "负责机关的联系方式", "line", "柳林县文化路3号，0000-2345678"),
    Field("register_matter", "查询事项", "line", "不动产登记资料"),
    Field("register_way", "有关规定和办理途径", "line", "《不动产登记暂行条例》的规定，到柳林县不动产登记中心"),
    Field("processing_needed", "需要加工分析的情况", "line", "须从历年台账中逐户汇总计算"),
    Field("clarified_on", "补正告知日期", "day", date(2026, 10, 14)),
    Field("still_unclear", "仍不明确之处", "line", "补正后仍没有写明所需信息的名称、文号或者其他特征"),
    Field("channel", "相应渠道", "line", "国家信访局网上信访平台或者县信访局来访接待窗口"),
    Field("earlier_reply", "上次答复文号", "line", "柳财依复〔2026〕3号"),
    Field("earlier_reply_on", "上次答复日期", "day", date(2026, 5, 8)),
    Field("publication", "出版物", "line", "《柳林年鉴（2025）》"),
    Field("reasons_asked_on", "要求说明理由日期", "day", date(2026, 10, 14)),
    Field("reasons_given", "说明理由的情况", "line", "你于2026年10月22日书面说明“想多了解情况”"),
    Field("why_unreasonable", "理由不合理之处", "line", "没有说明47件申请之间的关联和需要"),
    Field("obtained", "已经获取的情况", "line", "本机关已于2026年3月2日向你提供该文件的复制件"),
    Field("served_on", "通知送达日期", "day", date(2026, 10, 16)),
    Field("lapsed_on", "期限届满日期", "day", date(2026, 11, 6)),
    Field("withdrawn_on", "撤回日期", "day", date(2026, 10, 21)),
    Field("withdrawn_by", "撤回方式", "line", "书面方式"),
    Field("handling", "处理情况", "line", "申请材料系误投，申请人已经领回"),
    Field("remedies", "救济途径", "paragraphs", ("对本告知书不服的，可以依法申请行政复议或者提起行政诉讼。",)),
    # Correction of records
    Field("record", "要求更正的记录", "line", "《2025年农机购置补贴公示表》中姓名“李申清”"),
    Field("corrected_record", "更正后的记录", "line", "姓名“李申请”"),
    Field("correction_reason", "不予更正的理由", "line", "经核对原始申报材料，该记录与申报内容一致"),
    Field("competent_organ", "有权更正的机关", "line", "柳林县农业农村局"),
    Field("competent_contact", "有权机关的联系方式", "line", "柳林县文化路3号，0000-2345678"),
    Field("transferred_on", "转送日期", "day", date(2026, 10, 15)),
)

_BY_KEY = {row.key: row for row in FIELDS}
_BY_LABEL = {row.label: row for row in FIELDS}
_ENDS = "。；：！？…”）、"
_STOPS = "。；，、;,. \t\n"


class WrongFact(ValueError):
    """A fact is not of the kind that its field takes; the message names the field."""


def field(key: str) -> Field:
    """The field of that key; raises KeyError."""
    return _BY_KEY[key]


def field_of_label(label: str) -> Field | None:
    """The field that stands as ``{{ label }}``, if there is one."""
    return _BY_LABEL.get(label)


def by_label(facts: Mapping[str, Value]) -> dict[str, Value]:
    """Facts by the labels of their fields; raises KeyError for a key that is none. What is blank is left out."""
    return {_BY_KEY[key].label: value for key, value in facts.items() if is_known(value)}


def lines_of(row: Field, value: Value) -> tuple[str, ...]:
    """The fact as it is written in letters: one line, for ``lines`` one for each; raises WrongFact."""
    match row.kind, value:
        case "line", str():
            return (" ".join(value.split()).rstrip(_STOPS),)
        case "lines", tuple():
            return tuple(" ".join(line.split()) for line in value if line.strip())
        case "paragraphs", tuple():
            return tuple(_ended(" ".join(line.split())) for line in value if line.strip())
        case "day", date():
            return (without_weekday(value),)
        case "figures", date():
            return (date_in_figures(value),)
        case "number", int():
            return (str(value),)
        case "yuan", int():
            return (f"人民币{value}元（大写：{amount_in_capitals(value)}）",)
    raise WrongFact(f"“{row.label}”填的内容不对：{value!r}")


def _ended(line: str) -> str:
    """A paragraph with a stop at its end, unless it ends in an address of the web or has one."""
    return line if not line or line[-1] in _ENDS or line[-1].isascii() else f"{line}。"
