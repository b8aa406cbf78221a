"""Acts on stored files, and who may do them."""

from gongkai.common.permissions import Act, Role, Scope

_EVERYBODY: dict[Role, Scope] = {
    "clerk": "own", "reviewer": "own", "signer": "own", "secrecy_reviewer": "own",
    "supervisor": "below", "administrator": "below", "reader": "own",
}  # fmt: skip
ACTS = (
    Act("files.view", "查看附件", _EVERYBODY),
    Act("files.download", "下载附件", _EVERYBODY),
    Act("files.upload", "上传附件", {"clerk": "own", "administrator": "own"}),
)
