"""TEXTS of the letters about correcting records on a person (art. 41)."""

from gongkai.law.citation import Cite
from gongkai.law.letters.letter import LetterText
from gongkai.law.letters.wording import NOTIFIED, REMEDIES, STATEMENT, named, said

CORRECT = Cite("条例", 41)

_ASKED = said("{{ 称谓 }}要求更正本机关提供的与自身相关的政府信息记录：{{ 要求更正的记录 }}。本机关于{{ 收到日期 }}收到。")

CORRECTION_TEXTS: tuple[LetterText, ...] = (
    LetterText("correction", "政府信息更正告知书", (
        _ASKED,
        said(f"经审核，情况属实。根据{named(CORRECT)}的规定，本机关已经将该记录更正为：{{{{ 更正后的记录 }}}}。"),
        STATEMENT,
        NOTIFIED,
    ), (CORRECT,)),
    LetterText("correction_refusal", "政府信息不予更正告知书", (
        _ASKED,
        said(f"经审核，{{{{ 不予更正的理由 }}}}。本机关认为该记录不存在应当根据{named(CORRECT)}予以更正的情形，不予更正。"),
        STATEMENT,
        REMEDIES,
    ), (CORRECT,), doubt="审核不属实如何告知，《条例》没有规定"),
    LetterText("correction_elsewhere", "政府信息更正申请告知书", (
        _ASKED,
        said(f"经审核，更正该记录不属于本机关职能范围。根据{named(CORRECT)}的规定，请向有权更正的{{{{ 有权更正的机关 }}}}提出，联系方式：{{{{ 有权机关的联系方式 }}}}。"),
        STATEMENT,
        REMEDIES,
    ), (CORRECT,)),
    LetterText("correction_transfer", "关于转送政府信息更正申请的函", (
        said("本机关收到{{ 申请人 }}（联系方式：{{ 申请人联系方式 }}）要求更正政府信息记录的申请：{{ 要求更正的记录 }}。"),
        said(f"经审核，更正该记录不属于本机关职能范围，由贵单位更正。根据{named(CORRECT)}的规定，现转送贵单位处理，本机关已经告知申请人。"),
    ), (CORRECT,)),
    LetterText("correction_transfer_notice", "政府信息更正申请转送告知书", (
        _ASKED,
        said(f"经审核，更正该记录不属于本机关职能范围。根据{named(CORRECT)}的规定，本机关已经于{{{{ 转送日期 }}}}将申请转送有权更正的{{{{ 有权更正的机关 }}}}处理，联系方式：{{{{ 有权机关的联系方式 }}}}。"),
        STATEMENT,
        NOTIFIED,
    ), (CORRECT,)),
)
