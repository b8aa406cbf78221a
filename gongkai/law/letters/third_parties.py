"""TEXTS of the letters to third parties and to other organs. None of them says who asked for the information."""

from gongkai.law.citation import Cite
from gongkai.law.letters.letter import LetterText
from gongkai.law.letters.wording import REMEDIES, if_known, length, named, said

THIRD_PARTY = Cite("条例", 32)
JOINT = Cite("条例", 34)
COORDINATE = Cite("条例", 11, 1)
NOT_COUNTED = Cite("条例", 33, 3)
NOT_RESPONSIBLE = Cite("条例", 36, None, 5)

THIRD_PARTY_TEXTS: tuple[LetterText, ...] = (
    LetterText("third_party_consultation", "第三方意见征询书", (
        said("本机关收到一件政府信息公开申请，申请公开的信息涉及{{ 称谓 }}：{{ 征求意见的信息 }}。"),
        said(f"经审查，公开上述信息可能损害{{{{ 称谓 }}}}的合法权益（{{{{ 涉及的权益 }}}}）。根据{named(THIRD_PARTY)}的规定，现书面征求{{{{ 称谓 }}}}的意见。"),
        said(f"请自收到本征询书之日起{length('third_party_opinion')}内提出是否同意公开的书面意见；不同意公开的，请说明理由，并附有关证明材料。反馈方式：{{{{ 反馈方式 }}}}。"),
        said("逾期未提出意见的，由本机关依照规定决定是否公开。不同意公开且有合理理由的，本机关不予公开。本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知{{ 称谓 }}。"),
    ), (THIRD_PARTY,)),
    LetterText("third_party_slip", "第三方意见反馈函", (
        said("{{ 机关名称 }}《第三方意见征询书》（{{ 征询书文号 }}）已经收到。对公开下列信息：{{ 征求意见的信息 }}，意见如下："),
        said("□　同意公开。"),
        said("□　不同意公开。理由（可以另附页，并附有关证明材料）："),
        said("＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"),
        said("＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"),
        said("第三方（签名或者盖章）：＿＿＿＿＿＿＿＿＿＿＿＿"),
        said("　　　　　　　　　　　　　　　　年　　月　　日"),
    ), (THIRD_PARTY,)),
    LetterText("disclosure_notice", "依申请公开告知书", (
        said("本机关于{{ 征求意见日期 }}就下列信息书面征求{{ 称谓 }}的意见：{{ 征求意见的信息 }}。{{ 称谓 }}的意见为：{{ 第三方意见 }}。"),
        said(f"经审查，本机关认为不公开可能对公共利益造成重大影响，理由是：{{{{ 公共利益理由 }}}}。根据{named(THIRD_PARTY)}的规定，本机关决定予以公开，公开的内容为：{{{{ 决定公开的内容 }}}}。"),
        if_known("上述内容将于{{ 公开日期 }}向申请人提供。"),
        REMEDIES,
    ), (THIRD_PARTY,), doubt="告知第三方与向申请人提供之间应否留出时间，《条例》没有规定"),
    LetterText("joint_organ_consultation", "关于征求政府信息公开意见的函", (
        said("本机关收到一件政府信息公开申请，申请公开的信息由本机关牵头、与贵单位共同制作：{{ 征求意见的信息 }}。"),
        said(f"根据{named(JOINT)}的规定，现征求贵单位的意见。请自收到本函之日起{length('joint_organ_opinion')}内书面提出意见；不同意公开的，请说明理由和依据。逾期未提出意见的，视为同意公开。"),
        if_known("反馈方式：{{ 反馈方式 }}。"),
    ), (JOINT,)),
    LetterText("other_organ_consultation", "关于征求政府信息公开意见的函", (
        said("本机关收到一件政府信息公开申请，申请公开的信息涉及贵单位：{{ 征求意见的信息 }}。"),
        said(f"根据{named(COORDINATE, NOT_COUNTED)}的规定，现征求贵单位的意见。请于{{{{ 反馈期限 }}}}前书面反馈是否可以公开；不宜公开的，请说明理由和依据。"),
        if_known("反馈方式：{{ 反馈方式 }}。"),
    ), (NOT_COUNTED, COORDINATE), doubt="其他机关提出意见的期限由征求意见的行政机关确定，《条例》没有规定"),
    LetterText("assistance", "关于协助查找政府信息的函", (
        said(f"本机关正在办理一件政府信息公开申请。根据{named(COORDINATE)}的规定，请贵单位协助下列事项："),
        said("{{ 协助事项 }}"),
        said("请于{{ 反馈期限 }}前书面反馈。"),
        if_known("反馈方式：{{ 反馈方式 }}。"),
    ), (COORDINATE,), doubt="协助的程序和期限《条例》没有规定；协助不是征求意见，不停止计算答复期限"),
    LetterText("transfer", "关于转送政府信息公开申请的函", (
        said("本机关收到{{ 申请人 }}提出的政府信息公开申请（联系方式：{{ 申请人联系方式 }}），申请公开的内容为：{{ 申请内容 }}。"),
        said(f"经审查，所申请公开的信息不属于本机关负责公开，本机关已经根据{named(NOT_RESPONSIBLE)}的规定告知申请人。现将申请材料转送贵单位。"),
    ), (NOT_RESPONSIBLE,), doubt="《条例》只要求告知申请人负责公开的机关，没有规定转送；转送前应当得到申请人同意，转送不代替告知"),
)
