"""Acts on items of information and columns, and who may do them."""

from gongkai.common.permissions import Act

ACTS = (
    Act("publishing.view", "查看信息发布", {
        "clerk": "own", "reviewer": "own", "signer": "own", "secrecy_reviewer": "own",
        "supervisor": "below", "administrator": "below", "reader": "own",
    }),
    Act("publishing.edit", "起草和修改信息", {"clerk": "own"}),
    Act("publishing.review", "审核信息", {"reviewer": "own"}),
    Act("publishing.review_secrecy", "保密审查", {"secrecy_reviewer": "own"}),
    Act("publishing.publish", "签发信息", {"signer": "own"}),
    Act("publishing.withdraw", "撤回信息", {"signer": "own"}),
    Act("publishing.set_up", "设置栏目", {"administrator": "below"}),
)  # fmt: skip

JOURNAL = {
    "publishing.link": "关联信息",
    "publishing.unlink": "解除关联",
    "publishing.set_plan": "设置审核步骤",
    "publishing.pass_on": "通过一步审核",
    "publishing.set_index_pattern": "修改索引号的写法",
}
"""What the journal calls acts that the matrix does not hold."""
