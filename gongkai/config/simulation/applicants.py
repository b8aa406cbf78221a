"""Who asks, for what, and by which way it comes in. Invented: numbers and names belong to nobody, every title says that it is a demo."""

from dataclasses import dataclass
from datetime import date

from gongkai.casework.incoming import Dates, Request, Who
from gongkai.config.simulation.draw import Draw

MARK = "演示数据，模拟"
KINDS: tuple[tuple[str, int], ...] = (
    ("natural_person", 30),
    ("enterprise", 6),
    ("research_institution", 2),
    ("public_welfare", 2),
    ("legal_service", 4),
    ("other_organization", 2),
)
CHANNELS: tuple[tuple[str, int], ...] = (
    ("counter", 12),
    ("internet", 14),
    ("signed_post", 8),
    ("ordinary_post", 3),
    ("fax", 2),
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
ORGANIZATIONS = {
    "enterprise": ("示例物流有限公司", "示例农业合作社", "示例建材有限公司", "示例餐饮店"),
    "research_institution": ("示例农业大学", "示例经济研究所"),
    "public_welfare": ("示例环保协会", "示例慈善基金会"),
    "legal_service": ("示例律师事务所", "示例基层法律服务所"),
    "other_organization": ("示例村村民委员会", "示例中学"),
}
TOPICS = (
    "示例村道路硬化工程验收单", "耕地地力保护补贴发放明细", "农村公路三年规划", "示例桥承重检测报告", "高标准农田项目台账",
    "村文化广场施工合同", "饮水工程竣工验收资料", "修路占地补偿标准", "公益性岗位名单", "低保评议会议记录", "村集体资产清查结果",
    "污水处理站运行记录", "农房翻建审批台账", "防汛物资采购合同", "中心小学搬迁方案", "宅基地审批结果", "集镇停车场收费标准",
    "河道清淤工程预算", "敬老院改造招标文件", "秸秆综合利用补助办法", "危房改造对象名单", "垃圾清运服务合同", "林权登记档案",
    "退耕还林补助发放表", "村级组织运转经费使用情况", "集镇规划图", "农机购置补贴公示", "镇卫生院用地批准文件",
    "水库移民后期扶持资金使用情况",
    "应急避难场所分布图", "村庄环境整治考核结果", "灾后重建资金拨付凭证", "环境整治执法记录", "农贸市场改造方案",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Applicant:
    """``kind`` is a column of 表三; ``who`` as registered."""

    kind: str
    who: Who


def applicant(draw: Draw, kind: str, serial: int) -> Applicant:
    """Somebody of that kind who has not asked before."""
    if kind == "natural_person":
        phone = f"0000-{draw.year % 100:02d}{serial:05d}"
        address = "演示镇示例村1组"
        return Applicant(kind, Who(kind, f"{draw.one(SURNAMES)}演示", phone=phone, address=address))
    name = f"{draw.one(ORGANIZATIONS[kind])}（演示数据）"
    number = f"91000000DE{draw.year % 100:02d}{serial:06d}"
    return Applicant(kind, Who(kind, name, "credit_code", number, phone="0000-0000009"))


def request(
    applicant: Applicant,
    channel: str,
    arrived: date,
    topic: str,
    key: str,
    kind: str = "disclosure",
) -> Request:
    """What is registered on the day on which it arrives; the title ends with the key."""
    days = {
        "counter": Dates(submitted=arrived, arrived=arrived),
        "signed_post": Dates(arrived=arrived, signed=arrived),
    }
    title = f"{topic}（{MARK}{key}）"
    wanted = f"申请公开{topic}。" if kind == "disclosure" else f"申请更正{topic}中关于本人的记录。"
    came_in = days.get(channel, Dates(arrived=arrived))
    return Request(channel, applicant.who, came_in, title, wanted, kind)


def waits(channel: str) -> bool:
    """Whether the day of receipt is the day on which organ and applicant confirm it to each other."""
    return channel not in {"counter", "signed_post"}
