"""What the journal calls acts on organs."""

from collections.abc import Mapping

ACTS: Mapping[str, str] = {
    "agencies.add_department": "新增部门",
    "agencies.close": "撤销机关",
    "agencies.close_department": "撤销部门",
    "agencies.create": "新设机关",
    "agencies.edit_contact": "修改联系方式",
    "agencies.edit_letter_facts": "修改文书资料",
    "agencies.move": "登记隶属关系",
    "agencies.rename": "登记名称",
    "agencies.rename_department": "部门更名",
    "agencies.reopen": "恢复机关",
    "agencies.set_identity": "修改网站资料",
    "agencies.take_effect": "使登记的名称和隶属关系生效",
}
