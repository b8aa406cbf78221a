"""What the journal calls acts on people, their fields and the kinds of second factors."""

from collections.abc import Mapping

ACTS: Mapping[str, str] = {
    "accounts.add_person": "登记人员",
    "accounts.add_second_factor": "启用第二重验证",
    "accounts.change_password": "更改口令",
    "accounts.deactivate": "停用账号",
    "accounts.edit_person": "修改人员资料",
    "accounts.end_post": "结束岗位",
    "accounts.first_run": "首次设置",
    "accounts.give_post": "授予岗位",
    "accounts.issue_link": "生成一次性链接",
    "accounts.reactivate": "恢复账号",
    "accounts.read_contact": "查看联系方式",
    "accounts.recover": "在服务器上恢复管理员",
    "accounts.remove_second_factor": "停用第二重验证",
    "accounts.renew_second_factor": "更换备用码",
    "accounts.reset_password": "通过链接设置口令",
    "accounts.reset_second_factor": "重置第二重验证",
    "accounts.set_rules": "设置登录规则",
    "accounts.sign_in": "登录",
    "accounts.sign_in_failed": "登录失败",
    "accounts.sign_in_locked": "登录失败，锁定",
    "accounts.sign_out": "退出",
    "accounts.unlock": "解除锁定",
}
FIELDS: Mapping[str, str] = {
    "agency": "机关",
    "changed": "改动的项目",
    "kind": "种类",
    "kinds": "种类",
    "methods": "登录方式",
    "password": "口令",
    "person": "人员编号",
    "post": "岗位",
    "since": "起",
    "until": "止",
    "mfa": "第二重验证",
    "totp": "动态口令",
    "webauthn": "安全密钥",
    "recovery_codes": "备用码",
}
"""Keys of before and after of an entry on a person, and the values in their lists."""
