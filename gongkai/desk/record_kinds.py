"""What the kinds of record are called on the desk: in the journal, and wherever one is named by its kind alone."""

RECORD_KINDS = {
    "accounts.post": "岗位",
    "accounts.user": "人员",
    "agencies.agency": "机关",
    "agencies.contactpage": "联系方式",
    "agencies.department": "内设机构",
    "agencies.siteidentity": "网站信息",
    "annual_reports.collectedbatch": "收下的年报文件",
    "annual_reports.collectedfile": "年报文件",
    "annual_reports.handedin": "报送的年度报告",
    "annual_reports.report": "年度报告",
    "annual_reports.reportversion": "年度报告版本",
    "common.outboxmessage": "后台消息",
    "files.storedfile": "附件",
    "participation.consultation": "意见征集",
    "publishing.batch": "批量清单",
    "publishing.column": "栏目",
    "publishing.item": "公开信息",
}
