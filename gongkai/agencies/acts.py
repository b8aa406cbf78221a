"""Acts on agencies, and who may do them."""

from gongkai.common.permissions import Act

ACTS = (
    Act("agencies.view", "查看机关资料", {
        "clerk": "own", "reviewer": "own", "signer": "own", "secrecy_reviewer": "own",
        "supervisor": "below", "administrator": "below", "reader": "own",
    }),
    Act("agencies.edit", "修改机关资料", {"administrator": "below"}),
    Act("agencies.import", "导入机关", {"administrator": "below"}),
)  # fmt: skip
