"""TABLE of the themes (主题分类) under which the catalogue sorts official documents, as the State Council's own library does."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

_DOUBT = "主题名称按国务院政策文件库的分类凭记忆列出，没有核对规定原文；《条例》只要求指南写明信息的分类"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme."""

    key: str
    label: str
    cite: Cite = Cite("条例", 12, 2)
    in_force: InForce = InForce(date(2019, 5, 15))
    doubt: str = _DOUBT


THEMES: tuple[Theme, ...] = (
    Theme("general_affairs", "综合政务"),
    Theme("economy_and_state_assets", "国民经济管理、国有资产监管"),
    Theme("finance_and_audit", "财政、金融、审计"),
    Theme("land_and_energy", "国土资源、能源"),
    Theme("agriculture_and_water", "农业、林业、水利"),
    Theme("industry_and_transport", "工业、交通"),
    Theme("commerce_and_tourism", "商贸、海关、旅游"),
    Theme("market_and_safety", "市场监管、安全生产监管"),
    Theme("construction_and_environment", "城乡建设、环境保护"),
    Theme("science_and_education", "科技、教育"),
    Theme("culture_and_broadcasting", "文化、广电、新闻出版"),
    Theme("health_and_sports", "卫生、体育"),
    Theme("population_and_women", "人口与计划生育、妇女儿童工作"),
    Theme("labour_and_personnel", "劳动、人事、监察"),
    Theme("security_and_justice", "公安、安全、司法"),
    Theme("civil_affairs", "民政、扶贫、救灾"),
    Theme("ethnic_and_religious_affairs", "民族、宗教"),
    Theme("foreign_affairs", "对外事务"),
    Theme("hong_kong_macao_taiwan", "港澳台侨工作"),
    Theme("national_defence", "国防"),
    Theme("other_theme", "其他"),
)

_THEMES = {row.key: row for row in THEMES}


def theme(key: str) -> Theme:
    """The theme of that key; raises KeyError."""
    return _THEMES[key]


def themes_on(day: date) -> tuple[Theme, ...]:
    """The themes of a day, in their order."""
    return rows_in_force(THEMES, day)
