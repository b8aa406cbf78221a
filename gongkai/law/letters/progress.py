"""TEXTS of the letters to an applicant while a request is being worked on: receipt, clarification, extension, reasons, fee."""

from gongkai.law.citation import Cite
from gongkai.law.letters.letter import FEES, LetterText
from gongkai.law.letters.wording import CORRECTED, NOTIFIED, RECEIVED, if_known, length, named, said

RECEIPT = Cite("条例", 31)
CLARIFY = Cite("条例", 30)
ANSWER = Cite("条例", 33, 2)
NOT_COUNTED = Cite("条例", 33, 3)
REASONS = Cite("条例", 35)
FREE = Cite("条例", 42, 1)
PAY = Cite("信息处理费办法", 6)

PROGRESS_TEXTS: tuple[LetterText, ...] = (
    LetterText("receipt", "政府信息公开申请登记回执", (
        said("{{ 称谓 }}于{{ 提交日期 }}通过{{ 提交方式 }}提出的政府信息公开申请，本机关已经登记，申请编号为：{{ 申请编号 }}。申请公开的内容为：{{ 申请内容 }}。"),
        said(f"根据{named(RECEIPT)}的规定，{{{{ 收到日期 }}}}为本机关收到该申请之日。"),
        said(f"根据{named(ANSWER)}的规定，本机关应当自收到申请之日起{length('answer')}内予以答复，答复期限至{{{{ 答复期限 }}}}。"
             "需要补正申请、征求第三方或者其他机关意见、延长答复期限、收取信息处理费的，本机关将依法另行告知，答复期限相应变化。"),
        if_known("关于期限的计算：{{ 期限说明 }}。"),
        if_known("凭申请编号和查询码{{ 查询码 }}，可以在{{ 查询网址 }}查询办理进度。查询码请妥善保管。"),
        NOTIFIED,
    ), (RECEIPT, ANSWER)),
    LetterText("clarification", "政府信息公开申请补正告知书", (
        RECEIVED,
        said(f"经审查，{{{{ 需要补正的原因 }}}}。根据{named(CLARIFY)}的规定，现一次性告知{{{{ 称谓 }}}}对下列事项作出补正："),
        said("{{ 补正事项 }}"),
        said("请自收到本告知书之日起{{ 补正工作日数 }}个工作日内，通过{{ 补正方式 }}提交补正。答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。"),
        if_known("对补正事项有疑问的，可以拨打{{ 联系电话 }}，本机关给予指导和释明。"),
        NOTIFIED,
    ), (CLARIFY,), doubt="补正期限从申请人收到告知书之日起算，《条例》没有写明；《条例》只说内容不明确的应当补正，缺少身份证明、委托手续的也这样告知，系各地通行做法"),
    LetterText("extension", "政府信息公开申请延期答复告知书", (
        RECEIVED,
        CORRECTED,
        said(f"因{{{{ 延长理由 }}}}，本机关不能在原定期限内答复。根据{named(ANSWER)}的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长{{{{ 延长工作日数 }}}}个工作日。"),
        if_known("延长后的答复期限至{{ 延长后的答复期限 }}。"),
        NOTIFIED,
    ), (ANSWER,)),
    LetterText("reasons_demand", "政府信息公开申请说明理由告知书", (
        RECEIVED,
        said(f"经核对，{{{{ 申请数量和频次 }}}}，明显超过合理范围。根据{named(REASONS)}的规定，请{{{{ 称谓 }}}}自收到本告知书之日起{{{{ 说明理由工作日数 }}}}个工作日内，向本机关书面说明申请理由。"),
        said("本机关认为申请理由不合理的，将告知不予处理；认为申请理由合理，但是无法在规定的期限内答复的，将确定延迟答复的合理期限并告知{{ 称谓 }}。"),
        NOTIFIED,
    ), (REASONS,), doubt="说明理由的期限和逾期不说明的后果，《条例》没有规定"),
    LetterText("delay", "政府信息公开申请延迟答复告知书", (
        RECEIVED,
        said(f"本机关已经收到{{{{ 称谓 }}}}说明的申请理由。经审查，申请理由合理，但是因{{{{ 延迟理由 }}}}，无法在规定的期限内答复。根据{named(REASONS)}的规定，本机关确定延迟至{{{{ 延迟答复日期 }}}}前（含当日）答复。"),
        NOTIFIED,
    ), (REASONS,)),
    LetterText("consultation_notice", "政府信息公开申请征求意见告知书", (
        RECEIVED,
        said(f"办理该申请需要征求{{{{ 征求意见对象 }}}}的意见，本机关已于{{{{ 征求意见日期 }}}}发出书面征求意见。根据{named(NOT_COUNTED)}的规定，征求意见所需时间不计算在答复期限内。"),
        if_known("{{ 征求意见情况 }}。"),
        NOTIFIED,
    ), (NOT_COUNTED,), doubt="《条例》没有要求就征求意见告知申请人，按宿政办函〔2021〕21号列出，使不计算的时间有据可查"),
    LetterText("fee_notice", "政府信息公开信息处理费收费通知书", (
        RECEIVED,
        said(f"{{{{ 收费事由 }}}}，明显超过合理范围。根据{named(FREE)}和{named(Cite('信息处理费办法'))}的规定，本机关决定收取信息处理费。"),
        said("计收标准：{{ 计收标准 }}。应缴金额：{{ 收费金额 }}。"),
        said(f"请自收到本通知书的次日起{length('pay_fee')}内缴费，缴纳方式：{{{{ 缴纳方式 }}}}。逾期未按要求缴纳费用的，视为放弃申请，本机关不再处理该政府信息公开申请；缴清费用的，答复期限自缴清费用的次日起重新计算。"),
        NOTIFIED,
    ), (PAY, FREE), in_force=FEES, doubt="缴费期限按川财、皖财的转发通知核对，“次日起重新计算”凭记忆"),
)
