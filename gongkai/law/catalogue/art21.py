"""Art. 21: what cities, counties and their departments publish besides, and what townships do, as local conditions call for."""

from datetime import date

from gongkai.law.catalogue.item import Item, OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_CITY_AND_COUNTY: tuple[OrganKind, ...] = ("city_government", "city_department", "county_government", "county_department")
_TOWNSHIP: tuple[OrganKind, ...] = ("township_government",)


def _item(key: str, label: str, publishers: tuple[OrganKind, ...]) -> Item:
    return Item(key, label, publishers, Cite("条例", 21), InForce(date(2019, 5, 15)))


ARTICLE_21: tuple[Item, ...] = (
    _item("local_municipal_construction", "市政建设", _CITY_AND_COUNTY),
    _item("local_public_services", "公共服务", _CITY_AND_COUNTY),
    _item("local_public_welfare", "公益事业", _CITY_AND_COUNTY),
    _item("local_land_requisition", "土地征收", _CITY_AND_COUNTY),
    _item("local_house_requisition", "房屋征收", _CITY_AND_COUNTY),
    _item("local_public_security", "治安管理", _CITY_AND_COUNTY),
    _item("local_social_assistance", "社会救助", _CITY_AND_COUNTY),
    _item("township_rural_policies", "贯彻落实农业农村政策", _TOWNSHIP),
    _item("township_irrigation_works", "农田水利工程建设运营", _TOWNSHIP),
    _item("township_farmland_transfers", "农村土地承包经营权流转", _TOWNSHIP),
    _item("township_homestead_review", "宅基地使用情况审核", _TOWNSHIP),
    _item("township_land_requisition", "土地征收", _TOWNSHIP),
    _item("township_house_requisition", "房屋征收", _TOWNSHIP),
    _item("township_levies", "筹资筹劳", _TOWNSHIP),
    _item("township_social_assistance", "社会救助", _TOWNSHIP),
)
