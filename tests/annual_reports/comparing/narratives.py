"""Invented chapters for tests: unrelated ones of the same trade, and copies of the kinds that offices hand in."""

import random
from collections.abc import Callable

WHO = ("个别站所", "部分村居", "窗口人员", "承办科室", "基层单位", "业务股室", "信息员", "新任干部")
WHAT = (
    "对公开属性的认定把握不准", "政策解读以文字为主", "更新栏目不够及时", "答复文书格式不统一", "征求第三方意见耗时较长",
    "主动公开的意识有待增强", "目录调整跟不上职能变化", "档案移交衔接不畅", "群众查阅点利用率偏低", "新媒体发布审校环节偏少",
)  # fmt: skip
WHY = (
    "培训覆盖面不够",
    "人员变动频繁",
    "缺少专职力量",
    "制度执行有偏差",
    "业务系统没有打通",
    "考核导向不明显",
    "经费保障不足",
    "沟通机制不健全",
)
NEXT = (
    "下一步将把公开要求写进公文办理流程", "拟每季度通报一次更新情况", "计划组织跟班学习", "将梳理重点领域事项清单", "拟与档案馆建立定期移交机制",
    "计划制作图解和短视频", "将设立咨询专线并登记台账", "拟邀请代表委员开展评议", "将对逾期事项逐件复盘", "计划统一答复文书模板",
)  # fmt: skip


def chapter(seed: int, sentences: int = 12) -> str:
    """A chapter nobody else wrote: sentences put together at random."""
    dice = random.Random(seed)
    lines = ["（一）存在的主要问题"]
    for _ in range(sentences):
        parts = (
            dice.choice(WHO),
            dice.choice(WHAT),
            f"，主要是{dice.choice(WHY)}，涉及{dice.randint(2, 99)}件；",
            dice.choice(NEXT),
        )
        lines.append("".join(parts) + "。")
    return "\n".join(lines)


def other_numbers(text: str) -> str:
    """Only the figures changed."""
    return text.translate(str.maketrans("123456789", "987654321"))


def other_names(text: str) -> str:
    """Only what the offices are called changed."""
    return text.replace("站所", "中心").replace("村居", "社区").replace("科室", "部门")


def one_in_ten(text: str) -> str:
    """One sentence in ten written anew."""
    lines = text.split("\n")
    return "\n".join(
        "今年换了一种做法，由分管领导逐月调度并公开结果。" if n % 10 == 5 else line
        for n, line in enumerate(lines)
    )


def with_standard_words(text: str) -> str:
    """The sentences of the format around it."""
    return f"本报告依照条例编制，所列数据的统计期限为2024年1月1日至12月31日。\n{text}\n如对本报告有疑问，欢迎与本机关联系。"


COPIES: tuple[Callable[[str], str], ...] = (
    str,
    other_numbers,
    other_names,
    one_in_ten,
    with_standard_words,
)
