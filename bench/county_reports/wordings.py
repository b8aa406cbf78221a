"""How reports say it: many wordings for each figure, and sentences full of numbers that no table holds.

In braces stands the name of a figure (``values.CELLS``), ``y``, ``before`` and ``next`` for the years, ``we`` for the organ, ``all``
for its area, or ``n1`` to ``n5`` for numbers of other things. A wording is used only where every figure it names is above zero,
one of ``NOTHING`` where the figures of its topic are zero.
"""

GREETING = (
    "{y}年，{we}以习近平新时代中国特色社会主义思想为指导，认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态，透明度不断提高。",
    "{y}年，在县委、县政府的领导下，{we}围绕中心工作，紧扣群众关切，扎实推进政府信息公开，各项任务顺利完成。",
    "本报告所列数据的统计期限为{y}年1月1日至12月31日。一年来，{we}坚持应公开尽公开，公开工作有序开展。",
    "根据《中华人民共和国政府信息公开条例》第五十条的规定，现公布{we}{y}年政府信息公开工作年度报告。统计期限自{y}年1月1日起至{y}年12月31日止。",
)
PUBLISHED = (
    "全年通过政府网站主动公开信息{n1}条，其中工作动态{n2}条、公告公示{n3}条，政务新媒体发布信息{n4}条。",
    "围绕重点领域，在县政府门户网站公开政府信息{n1}条，微信公众号推送{n4}篇，召开新闻发布会2场。",
    "{y}年{we}主动公开政府信息{n1}条，较上年增加{n3}条；发布政策解读{n5}篇，在线访谈1期。",
    "及时公开财政预决算、惠民补贴、公共服务等信息{n1}条，回应群众留言{n2}条，办结率100%。",
    "办理人大代表建议{n3}件、政协提案{n5}件并公开答复；公示行政许可信息{n1}条、行政处罚信息{n2}条。",
    "发布规范性文件解读{n5}篇，公开规范性文件{n3}件次；受理行政许可申请{n1}件，收到市民来信{n2}件，均已答复。",
    "政府网站发布信息{n1}条。受理12345热线工单{n2}件，办结{n2}件；网上信访{n5}件全部办结。",
)
DOCUMENTS = (
    "制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
    "全年印发行政规范性文件{issued}件，废止行政规范性文件{repealed}件，现行有效行政规范性文件{in_force}件，均已在网站公开。",
    "{y}年，{we}制定行政规范性文件{issued}件，清理废止行政规范性文件{repealed}件，目前现行有效的行政规范性文件共{in_force}件。",
    "规范性文件管理不断加强，出台行政规范性文件{issued}件，废止规范性文件{repealed}件，继续有效的规范性文件{in_force}件。",
    "全年共制发{issued}件行政规范性文件，现行有效行政规范性文件为{in_force}件。",
    "新制定行政规范性文件{issued}件，废止{repealed}件，继续有效{in_force}件。",
    "制定并公开行政规范性文件{issued}件，现行有效行政规范性文件{in_force}件，开展合法性审核{n3}件。",
)
KEPT_ONLY = (
    "截至年底，现行有效的行政规范性文件{in_force}件。",
    "现行有效行政规范性文件共计{in_force}件。",
)
POWERS = (
    "作出行政许可决定{permits}件，行政处罚决定{penalties}件。",
    "全年作出行政许可{permits}件、作出行政处罚{penalties}件，相关信息全部公示。",
    "{y}年共作出行政许可决定{permits}件；作出行政处罚决定{penalties}件。",
)
COMPULSORY = (
    "作出行政强制决定{compulsory}件。",
    "全年共作出行政强制措施决定{compulsory}件。",
)
FEES = (
    "行政事业性收费{fees}万元。",
    "全年行政事业性收费金额{fees}万元，收费目录已经公布。",
    "行政事业性收费总额为{fees}万元。",
)
RECEIVED = (
    "全年共收到政府信息公开申请{received}件。",
    "{y}年，{we}新收政府信息公开申请{received}件。",
    "本年度新收政府信息公开申请{received}件。",
    "{y}年{we}共受理依申请公开{received}件。",
    "全年累计收到公民、法人和其他组织提出的政府信息公开申请{received}件，按时答复率100%。",
    "{y}年共收到{received}件政府信息公开申请。",
    "本年度共接收政府信息公开申请{received}件，较上年减少{n5}件，均按规定登记。",
    "全年收到依申请公开事项{received}件，申请内容主要集中在土地征收、房屋拆迁等方面。",
    "{we}{y}年度收到信息公开申请{received}件，其中网上申请{n5}件。",
    "{all}共收到依申请公开政府信息申请{received}件。",
    "本年收到申请公开政府信息{received}件。",
    "我们全年共接到政府信息公开申请{received}宗。",
    "本年度依申请公开受理量为{received}件。",
    "依申请公开方面，收件{received}件。",
    "全年共收到自然人、法人、其他组织政府信息公开申请{received}件，依法依规答复。",
    "共受理政府信息公开申请事项{received}项，申请量较大的是征地补偿类。",
    "{we}{y}年度共收到政府信息公开申请{received}件（其中当面申请{n5}件、信函申请{n5}件）。",
    "共登记受理依申请公开{received}件，同比下降12.5%。",
    "{y}年受理的政府信息公开申请共{received}件，均在法定期限内答复或者结转。",
    "通过线上线下渠道收到政府信息公开申请共{received}件。",
    "收到群众要求公开政府信息的申请{received}份。",
    "政府信息公开申请新收{received}件。",
    "{y}年度，收到有效政府信息公开申请{received}件，上年同期为{n2}件。",
)
RECEIVED_AND_CARRIED = (
    "{y}年新收政府信息公开申请{received}件，上年结转{carried_in}件。",
    "全年新收政府信息公开申请{received}件，结转上年申请{carried_in}件。",
    "共办理政府信息公开申请，其中本年新收{received}件、上年度结转政府信息公开申请{carried_in}件。",
    "本年度收到政府信息公开申请{received}件，{before}年结转{carried_in}件。",
    "本年新收{received}件、上年结转政府信息公开申请{carried_in}件。",
    "上一年度结转{carried_in}件，本年新收政府信息公开申请{received}件。",
    "{y}年办理的政府信息公开申请中，新收{received}件，上年结转{carried_in}件。",
)
NOT_RECEIVED = (
    "本年度未收到政府信息公开申请。",
    "{y}年{we}没有收到任何形式的政府信息公开申请。",
    "全年收到政府信息公开申请0件。",
    "本年度未收到公民、法人或者其他组织的政府信息公开申请。",
    "全年受理政府信息公开申请数量为0。",
    "{y}年，未收到依申请公开事项。",
    "全年无政府信息公开申请。",
    "本年度{we}未接到要求公开政府信息的申请。",
)
CONCLUDED = (
    "全年办结政府信息公开申请{concluded}件。",
    "共办结{concluded}件。",
    "本年度办结申请{concluded}件，答复及时规范。",
    "已答复{concluded}件。",
    "当年共办结依申请公开{concluded}件。",
    "截至年底，已办结{concluded}件。",
    "按时答复{concluded}件。",
    "依法答复政府信息公开申请{concluded}件，无超期答复。",
    "共办理答复{concluded}件。",
    "年内办理完毕{concluded}件。",
)
CARRIED_OUT = (
    "结转下年度继续办理{carried_out}件。",
    "剩余{carried_out}件结转下年度办理。",
    "其余{carried_out}件申请结转至{next}年继续办理。",
    "结转下一年度{carried_out}件。",
    "另有{carried_out}件未到答复期限，结转下年度继续办理。",
    "转入下一年度办理{carried_out}件。",
    "结转至下一年度办理的{carried_out}件。",
    "有{carried_out}件申请结转下年度。",
    "尚有{carried_out}件正在办理，结转到{next}年。",
    "因未到期结转下年办理{carried_out}件。",
)
OUTCOMES = (
    "从办理结果看，予以公开{granted}件、部分公开{partly}件、不予公开{refused}件、无法提供{unavailable}件、不予处理{unprocessed}件、其他处理{other}件。",
    "在办结的申请中，予以公开{granted}件，部分公开{partly}件，不予公开{refused}件，无法提供{unavailable}件，不予处理{unprocessed}件，其他处理{other}件。",
    "政府信息公开申请的处理情况为：予以公开的{granted}件；部分公开的{partly}件；无法提供的{unavailable}件。",
    "答复申请时，予以公开{granted}件，占比较高；本机关不掌握相关政府信息的{not_held}件。",
    "办理申请中，信访举报投诉类申请{petition}件，重复申请{repeated}件。",
    "其中申请办理结果为予以公开{granted}件，无法提供{unavailable}件，属于四类过程性信息{process}件。",
    "对申请作出予以公开答复{granted}件、部分公开答复{partly}件、不予公开答复{refused}件、无法提供答复{unavailable}件。",
    "其中，“予以公开”{granted}件，“部分公开”{partly}件，“无法提供”{unavailable}件，“不予处理”{unprocessed}件。",
    "申请答复类型为予以公开类{granted}件、部分公开类{partly}件、无法提供类{unavailable}件、其他处理{other}件。",
    "申请办理结果：予以公开 {granted} 件，无法提供 {unavailable} 件（其中本机关不掌握相关政府信息 {not_held} 件）。",
)
APPLICANTS = (
    "从申请人看，自然人申请{natural}件，法人和其他组织申请{organisations}件。",
    "按申请主体分，自然人{natural}件，法人或其他组织{organisations}件。",
    "申请人中，自然人提出{natural}件，商业企业提出{enterprise}件。",
    "公开申请以自然人为主，共{natural}件为自然人申请。",
    "申请主体中，自然人申请的{natural}件，法人及其他组织申请的{organisations}件。",
    "申请人为自然人的{natural}件、商业企业的{enterprise}件。",
)
REMEDIES = (
    "因政府信息公开引起的行政复议{reconsideration}件，行政诉讼{litigation}件。",
    "全年因政府信息公开申请被申请行政复议{reconsideration}件，被提起行政诉讼{litigation}件。",
    "{y}年，政府信息公开类行政复议案件{reconsideration}件、行政诉讼案件{litigation}件。",
    "涉及政府信息公开的行政复议共{reconsideration}件。",
    "发生因政府信息公开引发的行政复议案件{reconsideration}件；行政诉讼{litigation}件，其中未经复议直接起诉{direct}件。",
    "收到政府信息公开行政复议{reconsideration}件，其中结果维持{upheld}件、结果纠正{corrected}件。",
    "政府信息公开行政复议{reconsideration}件，其中尚未审结{pending}件。",
    "政府信息公开行政诉讼{litigation}件，其中复议后起诉{after}件。",
    "全年因信息公开引发行政复议案件{reconsideration}起，行政诉讼案件{litigation}起。",
    "{we}因政府信息公开被申请复议{reconsideration}件，被提起诉讼{litigation}件。",
    "政府信息公开行政复议{reconsideration}件，其中被维持{upheld}件，被纠正{corrected}件。",
    "因政府信息公开产生行政复议{reconsideration}宗、行政诉讼{litigation}宗。",
)
NO_REMEDIES = (
    "全年未发生因政府信息公开申请引起的行政复议、行政诉讼。",
    "没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
    "无政府信息公开行政复议和行政诉讼案件。",
    "{y}年政府信息公开行政复议0件，行政诉讼0件。",
    "无因政府信息公开被申请行政复议、提起行政诉讼情况。",
    "{y}年未产生政府信息公开行政复议和行政诉讼。",
    "政府信息公开行政复议、行政诉讼均为0件。",
)
MANAGEMENT = (
    "严格落实“先审查、后公开”，信息发布前逐条进行保密审查，全年审查信息{n1}条，纠正错漏{n5}处。",
    "建立政府信息管理台账，对{n3}份文件重新确定公开属性，实行动态调整。",
    "完善信息管理制度，规范公文属性认定，定期清理失效信息{n5}条。",
    "受理群众来信来访{n2}件，答复{n2}件；移交档案馆公开信息{n3}件。",
    "对上年{n2}件不予公开的信息进行评估，{n5}件转为主动公开。",
)
PLATFORM = (
    "优化政府网站专栏，政府信息公开平台运行平稳，全年访问量{n4}次。",
    "加强平台建设，政务新媒体账号保持更新，关注人数{n4}人。",
    "充分发挥政府网站第一平台作用，设置栏目{n5}个，开设公开查阅点1处。",
)
OVERSIGHT = (
    "明确分管领导，配备专职人员1名、兼职人员{n5}名，组织培训2次，参训{n3}人次，监督保障有力。",
    "将公开工作纳入年度考核，开展社会评议1次，满意率98.5%；全年没有发生责任追究的情形，监督保障不断加强。",
    "强化监督检查，考核结果为优秀，社会评议结果为满意，未发生追责问责；办理12345热线工单{n2}件。",
)
OF_GOVERNMENTS = (
    "工作考核、社会评议均已完成，评议结果满意，本年度没有责任追究的情形，监督保障有力。",
    "将公开工作纳入绩效考核，邀请群众代表{n5}名参加社会评议，全年无责任追究情形，监督渠道畅通。",
)
PROBLEMS = (
    "存在的主要问题：一是政策解读形式较为单一；二是部分栏目更新不够及时；三是业务能力有待提高。",
    "一年来取得了一些成绩，但仍存在公开意识不强、主动公开内容不够丰富、答复说理不够充分等不足。",
    "主要问题是基层人员变动较快，对答复文书的规范要求掌握不够。",
)
IMPROVEMENTS = (
    "改进情况：加强培训，全年组织培训{n5}次；增加图解、视频等解读形式。",
    "下一步，将完善制度，加强业务指导，把公开工作做细做实。",
    "针对上年报告提出的问题，已更新栏目{n5}个，补充解读材料{n3}份。今后将继续提高公开质量。",
)
CHARGED = (
    "本年度发出收费通知{n5}件，收取信息处理费{charged}元。",
    "依据《政府信息公开信息处理费管理办法》，{y}年收取信息处理费{charged}元。",
)
NOT_CHARGED = (
    "本年度没有收取信息处理费。",
    "{we}{y}年未收取信息处理费。无其他需要报告的事项。",
    "按照《政府信息公开信息处理费管理办法》，本年度未发出收费通知，收取信息处理费0元。",
)
LAST = (
    "无其他需要报告的事项。",
    "没有其他需要报告的事项。",
    "如需了解更多信息，请到县政府网站查阅。",
)
NOTHING: dict[str, tuple[str, ...]] = {"received": NOT_RECEIVED, "remedies": NO_REMEDIES}
