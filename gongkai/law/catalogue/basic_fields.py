"""The 26 fields in which counties and townships keep a standard catalogue of what they publish (国办发〔2019〕54号).

Later fields (新闻出版版权, 旅游) were added in some places; an organ may append its own.
"""

from datetime import date

from gongkai.law.catalogue.item import Item, OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_BASIC_LEVEL: tuple[OrganKind, ...] = ("county_government", "county_department", "township_government", "subdistrict_office")
_SEEN = "对应《条例》哪一项系按名称归类"
_RECALLED = "领域名称凭记忆，未核对国家公布的清单；对应《条例》哪一项系按名称归类"


def _field(key: str, label: str, *under: str, doubt: str = _RECALLED) -> Item:
    return Item(f"field_{key}", label, _BASIC_LEVEL, Cite("基层公开意见"), InForce(date(2019, 12, 26)), under, doubt)


BASIC_FIELDS: tuple[Item, ...] = (
    _field("spatial_planning", "国土空间规划", "plans"),
    _field("major_projects", "重大建设项目", "major_projects", doubt=_SEEN),
    _field("public_resource_trading", "公共资源交易", "procurement", doubt=_SEEN),
    _field("budgets_and_accounts", "财政预决算", "budgets_and_accounts"),
    _field("work_safety", "安全生产", "inspections"),
    _field("tax_administration", "税收管理", "permits_and_services"),
    _field("land_requisition", "征地补偿", "local_land_requisition", "township_land_requisition"),
    _field("house_requisition", "国有土地上房屋征收与补偿", "local_house_requisition", "township_house_requisition"),
    _field("public_housing", "保障性住房", "livelihood"),
    _field("rural_house_repair", "农村危房改造", "livelihood"),
    _field("ecological_environment", "生态环境", "inspections"),
    _field("public_culture", "公共文化服务", "local_public_services"),
    _field("public_legal_services", "公共法律服务", "local_public_services"),
    _field("poverty_relief", "扶贫", "livelihood"),
    _field("disaster_relief", "救灾", "emergencies"),
    _field("food_and_drugs", "食品药品监管", "inspections"),
    _field("urban_enforcement", "城市综合执法", "penalties_and_compulsory_measures"),
    _field("employment", "就业创业", "livelihood"),
    _field("social_insurance", "社会保险", "livelihood"),
    _field("social_assistance", "社会救助", "local_social_assistance", "township_social_assistance"),
    _field("elderly_care", "养老服务", "local_public_services"),
    _field("household_registration", "户籍管理", "local_public_security", doubt=_SEEN),
    _field("farm_subsidies", "涉农补贴", "township_rural_policies"),
    _field("compulsory_education", "义务教育", "livelihood", doubt=_SEEN),
    _field("health", "卫生健康", "livelihood"),
    _field("municipal_services", "市政服务", "local_municipal_construction"),
)
