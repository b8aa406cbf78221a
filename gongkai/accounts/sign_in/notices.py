"""The mails about an account: subject and sentence of each, by the name that the sign-in library gives it."""

from collections.abc import Mapping
from dataclasses import dataclass

RESET = "account/email/password_reset_key"


@dataclass(frozen=True, slots=True)
class Notice:
    """One mail."""

    subject: str
    sentence: str


NOTICES: Mapping[str, Notice] = {
    RESET: Notice("重新设置口令", "有人为您的账号申请重新设置口令。"),
    "account/email/password_changed": Notice("口令已更改", "您的口令刚刚更改。"),
    "account/email/password_reset": Notice("口令已重新设置", "您的口令刚刚通过链接重新设置。"),
    "account/email/password_set": Notice("口令已设置", "您的账号刚刚设置了口令。"),
    "mfa/email/totp_activated": Notice("已启用动态口令", "您的账号刚刚启用了动态口令。"),
    "mfa/email/totp_deactivated": Notice("已停用动态口令", "您的账号刚刚停用了动态口令。"),
    "mfa/email/recovery_codes_generated": Notice("备用码已更换", "您的账号刚刚生成了新的备用码。"),
    "mfa/email/webauthn_added": Notice("已添加安全密钥", "您的账号刚刚添加了安全密钥。"),
    "mfa/email/webauthn_removed": Notice("已移除安全密钥", "您的账号刚刚移除了安全密钥。"),
}
