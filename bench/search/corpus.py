"""A corpus of notices as an office might have written them: words drawn by a law of few common and many rare ones.

Every size has the same beginning, so that figures of two sizes may be compared.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

WORDS = 12_000
LENGTH = (400, 1_200)
"""Characters of a text."""
_COMMON = (
    "政府 公开 工作 管理 服务 建设 发展 企业 项目 实施 部门 单位 情况 办理 通知 意见 规定 标准 条件 申请 审批 补贴 资金 农业 "
    "农村 社会 救助 安全 生产 监督 检查 环境 保护 教育 医疗 卫生 就业 创业 住房 财政 预算 决算 征收 土地 规划 人民 群众 干部 "
    "会议 精神 "
)
COMMON = tuple(_COMMON.split())
_PHRASES = (
    "乡村振兴 政务公开 安全生产 社会保障 最低生活保障 营商环境 行政许可 行政处罚 生态环境 食品药品 义务教育 公共服务 财政预算 "
    "土地征收 高质量发展 防汛抗旱 困难群众 基层治理 污染防治 森林防火 文明城市 就业创业 医疗保险 养老服务 "
    "残疾儿童 耕地保护 "
)
PHRASES = tuple(_PHRASES.split())
PHRASES_FROM = 300
"""The place of the first phrase among the words by frequency."""
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"
GENRES = ("notice",) * 6 + (
    "opinion",
    "announcement",
    "list_of_names",
    "budget_report",
    "reply",
    "",
)
VALIDITIES = ("valid",) * 7 + ("expired", "repealed", "amended")
KINDS = ("content",) * 17 + ("systems", "guide", "annual_report")
_NEWEST = datetime(2026, 11, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Notice:
    """One document; ``name`` is a person's, which few documents share."""

    item: int
    title: str
    number: str
    name: str
    text: str
    agency: int
    kind: str
    genre: str
    validity: str
    published: datetime

    @property
    def whole(self) -> str:
        """Everything in which words are looked for."""
        return f"{self.title}\n{self.number}\n{self.text}"


def vocabulary() -> list[str]:
    """The words, the most common first; most are those of a dictionary of pronunciation."""
    from pypinyin.phrases_dict import phrases_dict

    known = [word for word in phrases_dict if 2 <= len(word) <= 3]
    rest = random.Random(2019).sample(sorted(known), WORDS)
    words = [*COMMON, *rest]
    for n, phrase in enumerate(PHRASES):
        words.insert(PHRASES_FROM + 40 * n, phrase)
    return words


def notices(count: int, agencies: int) -> Iterator[Notice]:
    """So many documents of so many organs."""
    drawn = random.Random(711)
    words = vocabulary()
    weights = list(accumulate(1 / (place + 20) for place in range(len(words))))
    for item in range(1, count + 1):
        name = drawn.choice(SURNAMES) + "".join(drawn.choices(GIVEN, k=2))
        published = _NEWEST - timedelta(minutes=drawn.randrange(12 * 365 * 24 * 60))
        title = "".join(drawn.choices(words, cum_weights=weights, k=drawn.randint(4, 8)))
        yield Notice(
            item=item,
            title=f"关于{title}的通知",
            number=f"信政发〔{published.year}〕{drawn.randint(1, 400)}号",
            name=name,
            text=f"{_text(drawn, words, weights)}\n联系人：{name}{item % 977}",
            agency=drawn.randrange(agencies),
            kind=drawn.choice(KINDS),
            genre=drawn.choice(GENRES),
            validity=drawn.choice(VALIDITIES),
            published=published,
        )


def _text(drawn: random.Random, words: list[str], weights: list[float]) -> str:
    """Paragraphs of sentences."""
    left = drawn.choices(words, cum_weights=weights, k=drawn.randint(*LENGTH) * 2 // 5)
    lines = []
    while left:
        length = drawn.randint(20, 60)
        some, left = left[:length], left[length:]
        lines.append("，".join("".join(some[at : at + 6]) for at in range(0, len(some), 6)) + "。")
    return "\n".join(lines)
