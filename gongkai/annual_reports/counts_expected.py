"""Counts that reports speak of and that rooms above this one offer: until they do, they are known by name and show 未启用."""

from gongkai.annual_reports.counts import Count
from gongkai.law.citation import Cite

GROUP = "监督保障"
COUNTS = (
    Count("complaints", "投诉举报", GROUP, "本年收到的对政府信息公开工作的投诉、举报", Cite("条例", 51)),
    Count("inspections", "监督检查", GROUP, "本年开展的政府信息公开监督检查", Cite("条例", 46), "次"),
    Count("rectified", "责令整改", GROUP, "本年责令改正、督促整改的事项", Cite("条例", 47), "项"),
    Count("trainings", "业务培训", GROUP, "本年组织的政府信息公开培训", Cite("条例", 48), "次"),
    Count("people_trained", "培训人次", GROUP, "本年参加政府信息公开培训的人次", Cite("条例", 48), "人次"),
    Count("staff", "工作人员", GROUP, "从事政府信息公开工作的专职、兼职人员", Cite("条例", 4), "人"),
)  # fmt: skip
