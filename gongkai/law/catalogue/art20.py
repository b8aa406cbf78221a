"""Art. 20: what every organ publishes of its own accord, items 1 to 15."""

from datetime import date

from gongkai.law.catalogue.item import EVERY_ORGAN, Item
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce


def _item(number: int, key: str, label: str) -> Item:
    return Item(key, label, EVERY_ORGAN, Cite("条例", 20, None, number), InForce(date(2019, 5, 15)))


ARTICLE_20: tuple[Item, ...] = (
    _item(1, "rules_and_normative_documents", "行政法规、规章和规范性文件"),
    _item(2, "organization", "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名"),
    _item(3, "plans", "国民经济和社会发展规划、专项规划、区域规划及相关政策"),
    _item(4, "statistics", "国民经济和社会发展统计信息"),
    _item(5, "permits_and_services", "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果"),
    _item(6, "penalties_and_compulsory_measures", "实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定"),
    _item(7, "budgets_and_accounts", "财政预算、决算信息"),
    _item(8, "administrative_fees", "行政事业性收费项目及其依据、标准"),
    _item(9, "procurement", "政府集中采购项目的目录、标准及实施情况"),
    _item(10, "major_projects", "重大建设项目的批准和实施情况"),
    _item(11, "livelihood", "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况"),
    _item(12, "emergencies", "突发公共事件的应急预案、预警信息及应对情况"),
    _item(13, "inspections", "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况"),
    _item(14, "recruitment", "公务员招考的职位、名额、报考条件等事项以及录用结果"),
    _item(15, "otherwise_required", "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息"),
)
