"""How soon the items of the catalogue must be public: the 20 working days of art. 26 and what other rules set instead.

A law or regulation replaces the 20 days for what it names, longer or shorter, with its own unit and start; a policy runs
beside them. A row begins no earlier than art. 26 itself, since it stands in its place.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.catalogue.item import OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce
from gongkai.law.units import Days, Hours, Length, Workdays

_SINCE_2019 = InForce(date(2019, 5, 15))
_LAND_2021 = InForce(date(2021, 9, 1))
_PENALTIES_2021 = InForce(date(2021, 7, 15))


@dataclass(frozen=True, slots=True)
class Limit:
    """One time limit. ``items`` are keys of the catalogue, none for the general rule; ``subject`` is the part of them it names.

    ``act``: ``publish`` within ``length`` of ``starts_on``; ``keep`` public for at least ``length``; ``withdraw`` within it.
    ``effect``: the ``general`` rule, a rule that ``replaces`` it, or one that runs ``beside`` it. ``whole``: the rows of this
    kind cover their item between them, so that one of them holds even where nobody said which: that of the kind of organ, if any.
    """

    key: str
    items: tuple[str, ...]
    subject: str
    act: Literal["publish", "keep", "withdraw"]
    length: Length
    starts_on: str
    by: str
    effect: Literal["general", "replaces", "beside"]
    cite: Cite
    in_force: InForce
    whole: bool = False
    organs: tuple[OrganKind, ...] = ()
    doubt: str = ""

    @property
    def rule(self) -> str:
        """The limit as a sentence: 政府采购合同：自合同签订之日起2个工作日内公开."""
        span = {"publish": f"{self.length}内公开", "keep": f"公开不少于{self.length}", "withdraw": f"{self.length}内撤回"}[self.act]
        return f"{self.subject}：{self.starts_on}{span}"

    def __str__(self) -> str:
        return f"{self.rule}（{self.cite}）"


GENERAL_LIMIT = Limit("general", (), "属于主动公开范围的政府信息", "publish", Workdays(20), "自形成或者变更之日起", "负责公开的行政机关", "general", Cite("条例", 26), _SINCE_2019)

_BUDGETS = ("budgets_and_accounts",)
_PROCUREMENT = ("procurement",)
_LAND = ("local_land_requisition", "township_land_requisition")
_HOUSES = ("local_house_requisition", "township_house_requisition")
_PENALTIES = ("penalties_and_compulsory_measures",)
_POLICY = "政策性要求，不是法律、法规，与《条例》第二十六条的期限并行；只核对到通知开头部分"
_RECALLED = "政策性要求，与《条例》第二十六条的期限并行；未核对原文"

_WHOLE = "预算、决算信息是否都按这三种情形计算，系推定"
_GOVERNMENTS: tuple[OrganKind, ...] = ("state_council", "provincial_government", "city_government", "county_government", "township_government")
_DEPARTMENTS: tuple[OrganKind, ...] = ("central_department", "provincial_department", "city_department", "county_department")
_UNITS: tuple[OrganKind, ...] = ("subdistrict_office", "dispatched_office", "authorized_organization")

SPECIAL_LIMITS: tuple[Limit, ...] = (
    Limit("approved_budget", _BUDGETS, "经本级人民代表大会或者其常务委员会批准的预算、预算调整、决算、预算执行情况的报告及报表", "publish", Days(20), "批准后", "本级政府财政部门", "replaces", Cite("预算法", 14, 1), _SINCE_2019, whole=True, organs=_GOVERNMENTS, doubt=_WHOLE),
    Limit("department_budget", _BUDGETS, "经本级政府财政部门批复的部门预算、决算及报表", "publish", Days(20), "批复后", "各部门", "replaces", Cite("预算法", 14, 2), _SINCE_2019, whole=True, organs=_DEPARTMENTS, doubt=_WHOLE),
    Limit("unit_budget", _BUDGETS, "各部门所属单位的预算、决算及报表", "publish", Days(20), "部门批复后", "各单位", "replaces", Cite("预算法实施条例", 6, 4), InForce(date(2020, 10, 1)), whole=True, organs=_UNITS, doubt=_WHOLE),
    Limit("bid_result", _PROCUREMENT, "中标、成交结果", "publish", Workdays(2), "自中标、成交供应商确定之日起", "采购人或者采购代理机构", "replaces", Cite("政府采购法实施条例", 43, 2), _SINCE_2019),
    Limit("procurement_contract", _PROCUREMENT, "政府采购合同", "publish", Workdays(2), "自合同签订之日起", "采购人", "replaces", Cite("政府采购法实施条例", 50), _SINCE_2019),
    Limit("land_requisition_notice", _LAND, "征收土地公告", "publish", Workdays(15), "自收到批准文件之日起", "县级以上地方人民政府", "replaces", Cite("土地管理法实施条例", 31), _LAND_2021),
    Limit("land_requisition_preannouncement", _LAND, "征收土地预公告", "keep", Workdays(10), "自发布之日起", "县级以上地方人民政府", "beside", Cite("土地管理法实施条例", 26, 2), _LAND_2021),
    Limit("land_compensation_plan", _LAND, "征地补偿安置方案", "keep", Days(30), "自公告之日起", "县级以上地方人民政府", "beside", Cite("土地管理法实施条例", 28, 1), _LAND_2021),
    Limit("house_compensation_plan", _HOUSES, "征求意见的房屋征收补偿方案", "keep", Days(30), "自公布之日起", "市、县级人民政府", "beside", Cite("房屋征收补偿条例", 10, 2), _SINCE_2019),
    Limit("planning_draft", ("plans",), "报送审批前的城乡规划草案", "keep", Days(30), "自公告之日起", "组织编制机关", "beside", Cite("城乡规划法", 26, 1), _SINCE_2019),
    Limit("work_safety_penalty", (*_PENALTIES, "inspections"), "对生产经营单位的安全生产行政处罚信息", "publish", Workdays(7), "作出处罚决定后", "负有安全生产监督管理职责的部门", "replaces", Cite("安全生产法", 78, 2), _LAND_2021,
          doubt="2021年修正的施行日期凭记忆"),
    Limit("annulled_penalty", _PENALTIES, "被依法变更、撤销、确认违法或者确认无效的行政处罚决定", "withdraw", Workdays(3), "自被变更、撤销、确认之日起", "作出处罚决定的行政机关", "beside", Cite("行政处罚法", 48, 2), _PENALTIES_2021,
          doubt="起算之日法律没有写明，系推定；三日为工作日，见第八十五条"),
    Limit("recruits_list", ("recruitment",), "拟录用人员名单", "keep", Workdays(5), "自公示之日起", "招录机关", "beside", Cite("公务员法", 32, 1), InForce(date(2019, 6, 1))),
    Limit("credit_information", ("permits_and_services", *_PENALTIES), "行政许可、行政处罚信用信息（双公示）", "publish", Workdays(7), "自作出行政决定之日起", "作出决定的行政机关", "beside", Cite("双公示意见"), _SINCE_2019, doubt=_POLICY),
    Limit("emergency_facts", ("emergencies",), "特别重大、重大突发事件的权威信息", "publish", Hours(5), "自事件发生起", "负责处置的地方人民政府或者部门", "beside", Cite("政务舆情回应通知"), _SINCE_2019, doubt=_RECALLED),
    Limit("emergency_press_conference", ("emergencies",), "特别重大、重大突发事件的新闻发布会", "publish", Hours(24), "自事件发生起", "负责处置的地方人民政府或者部门", "beside", Cite("政务舆情回应通知"), _SINCE_2019, doubt=_RECALLED),
    Limit("public_opinion_response", ("emergencies",), "对其他政务舆情的回应", "publish", Hours(48), "自舆情发生起", "涉事责任部门", "beside", Cite("政务舆情回应通知"), _SINCE_2019, doubt=_RECALLED),
)

_LIMITS = {row.key: row for row in (GENERAL_LIMIT, *SPECIAL_LIMITS)}


def limit(key: str) -> Limit:
    """The limit of that key; raises KeyError."""
    return _LIMITS[key]
