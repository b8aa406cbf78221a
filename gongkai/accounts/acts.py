"""Acts on people and posts, and who may do them."""

from gongkai.common.permissions import Act

ACTS = (
    Act("accounts.view", "查看人员", {"administrator": "below", "supervisor": "below"}),
    Act("accounts.edit", "管理人员和岗位", {"administrator": "below"}),
    Act("accounts.rules", "设置登录规则", {"administrator": "own"}),
    Act("accounts.matrix", "查看权限表", {
        "clerk": "own", "reviewer": "own", "signer": "own", "secrecy_reviewer": "own",
        "supervisor": "own", "administrator": "own", "reader": "own",
    }),
    Act("audit.view", "查看办事留痕", {"administrator": "below", "supervisor": "below"}),
)  # fmt: skip
