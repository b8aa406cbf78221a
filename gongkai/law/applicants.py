"""TABLE of the kinds of applicant: the columns of 表三, and by what each shows who it is (art. 29)."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.annual_report.form import APPLICANTS, Column
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_SINCE_2019 = InForce(date(2019, 5, 15))
_COLUMN = Cite("年报格式", part="表三")
_KIND = "各栏的范围全国没有统一说明，登记时由经办人认定"


@dataclass(frozen=True, slots=True)
class ApplicantKind:
    """One kind. ``column`` is its column of 表三, ``identified_by`` the paper that shows who it is."""

    column: Column
    natural: bool
    identified_by: str
    examples: str
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = _KIND

    @property
    def key(self) -> str:
        """The key of its column."""
        return self.column.key

    @property
    def label(self) -> str:
        """The words of its column."""
        return self.column.label


_PAPERS = {
    "natural_person": ("身份证件号码", "公民个人；境外人员用护照等证件"),
    "enterprise": ("统一社会信用代码", "公司、合伙企业、个体工商户"),
    "research_institution": ("统一社会信用代码", "高等学校、科研院所"),
    "public_welfare": ("统一社会信用代码", "慈善组织、环保组织等社会团体、基金会"),
    "legal_service": ("统一社会信用代码", "律师事务所、基层法律服务所"),
    "other_organization": ("统一社会信用代码", "其他机关、事业单位、社会组织、村民委员会"),
}

APPLICANT_KINDS: tuple[ApplicantKind, ...] = tuple(
    ApplicantKind(column, column.key == "natural_person", *_PAPERS[column.key], cite=_COLUMN,
                  doubt="个体工商户计入哪一栏，各地做法不一" if column.key == "enterprise" else _KIND)
    for column in APPLICANTS
)

WHO_MUST_SHOW = Cite("条例", 29, 2, 1)
"""Name, proof of identity and contact."""

_BY_KEY = {row.key: row for row in APPLICANT_KINDS}


def applicant_kind(key: str) -> ApplicantKind:
    """The kind of that key; raises KeyError."""
    return _BY_KEY[key]
