"""The organs of the simulated county: its government, its departments and its townships, with the size of their work."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["county_government", "county_department", "township_government"]

COUNTY = "临江县"
_DEPARTMENTS = (
    "政府办公室", "发展和改革局", "教育体育局", "科学技术局", "工业和信息化局", "民族宗教事务局", "公安局", "民政局",
    "司法局", "财政局", "人力资源和社会保障局", "自然资源和规划局", "住房和城乡建设局", "交通运输局", "水务局", "农业农村局",
    "商务局", "文化和旅游局", "卫生健康局", "退役军人事务局", "应急管理局", "审计局", "市场监督管理局", "统计局", "医疗保障局",
    "城市管理局", "行政审批局", "林业和园林局", "乡村振兴局", "信访局", "生态环境局", "气象局", "税务局", "消防救援大队",
    "机关事务管理局", "粮食和物资储备局", "地方金融监督管理局", "数据局", "供销合作社", "档案局", "残疾人联合会", "畜牧兽医局",
    "公路管理局", "房屋征收办公室", "人民防空办公室", "政务服务中心", "土地储备中心", "住房公积金管理中心", "招商服务中心", "地震局",
)  # fmt: skip
_FIRST = "柳石青白东南西北龙凤金银清大小新"
_SECOND = "林桥山河溪湾塘岭坪泉"
BUSY = frozenset(
    {"公安局", "市场监督管理局", "自然资源和规划局", "行政审批局", "城市管理局", "交通运输局"}
)


@dataclass(frozen=True, slots=True)
class Organ:
    """One organ. ``requests`` is how many it receives in a usual year, ``power`` how much it decides on."""

    name: str
    kind: Kind
    requests: float
    power: float


def organs(chance: random.Random, number: int) -> Iterator[Organ]:
    """So many organs: the government first, then two departments to each township."""
    yield Organ(f"{COUNTY}人民政府", "county_government", 0, 0)
    departments, townships = iter(_department_names()), iter(_township_names())
    for place in range(number - 1):
        if place % 3 == 2:
            name = next(townships)
            yield Organ(name, "township_government", chance.lognormvariate(1.2, 0.9), 0.2)
        else:
            name = next(departments)
            busy = 3.0 if name.removeprefix(COUNTY) in BUSY else 1.0
            power = math.exp(chance.gauss(3, 1.5)) * busy if chance.random() < 0.7 else 0.0
            yield Organ(name, "county_department", chance.lognormvariate(2.3, 1.1) * busy, power)


def _department_names() -> Iterator[str]:
    for name in _DEPARTMENTS:
        yield COUNTY + name
    number = 0
    while True:
        number += 1
        yield f"{COUNTY}第{number}开发区管理委员会"


def _township_names() -> Iterator[str]:
    for second in _SECOND:
        for place, first in enumerate(_FIRST):
            yield first + second + ("镇人民政府" if place % 4 else "乡人民政府")
