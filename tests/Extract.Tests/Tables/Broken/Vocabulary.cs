namespace Extract.Tests.Tables.Broken;

/// <summary>Words to make forms of: works and services that counties pay for, none of them anyone's real project.</summary>
internal static class Vocabulary
{
    public static readonly string[] Objects =
    [
        "高标准农田", "中小河流堤防", "乡镇图书馆分馆", "农村公路", "气象观测站", "社区养老服务站", "渔业增殖放流点", "城乡供水管网", "历史档案", "森林防火通道",
        "职业技能", "基层卫生服务站", "防汛应急物资", "非遗传承人", "公共体育场地", "老旧小区", "农产品质量安全检测点", "残疾人康复站", "地质灾害隐患点", "公共文化云平台",
    ];

    public static readonly string[] Deeds = ["新建", "改造", "维护", "巡查", "提升", "验收", "监测", "宣传推广", "升级改造", "规范化建设"];

    public static readonly string[] Openings =
    [
        "组织开展", "完成", "支持", "推动各县（市、区）实施", "面向乡镇、街道和村（社区）开展", "通过政府购买服务方式实施", "联合高等院校、科研院所及行业协会开展", "启动第2批",
        "用于保障2023年度", "按照省级规划要求分期推进",
    ];

    public static readonly string[] Counts = ["数量", "个数", "次数", "里程", "面积", "参加人次", "发放份数", "覆盖乡镇数量", "培训人数"];

    public static readonly string[] CountUnits = ["个", "次", "公里", "亩", "人次", "份", "人", "处", "套"];

    public static readonly string[] Rates = ["验收合格率", "检测达标率", "设备完好率", "任务完成率", "覆盖率", "资料归档率", "问题整改率"];

    public static readonly string[] Times = ["完成时限", "资金拨付及时率", "任务按期完成率", "项目开工及时率"];

    public static readonly string[] Costs = ["总成本", "单位成本", "人均补助标准", "单个站点维护经费支出", "全年支出总额"];

    public static readonly string[] Benefits =
    [
        "带动周边群众增收", "受益群众人数", "提升公共服务能力", "减少灾害损失", "改善人居环境", "带动就业人数", "长效管护机制建立情况", "节约用水量", "服务企业家数", "新闻媒体宣传覆盖人群",
    ];

    public static readonly string[] Satisfactions = ["服务对象满意度", "受益群众满意度", "参训学员满意度", "项目受益人及其他相关群体的认可度", "企业和群众对办事流程的满意度", "满意度指标"];

    public static readonly string[] Reasons =
    [
        "受汛期影响进度推迟", "采购节约资金", "部分乡镇未按期报送资料", "因机构改革人员变动，培训场次减少", "招标流标后重新组织招标，工期顺延至次年", "年初目标设定偏低", "设备到货晚于合同约定时间",
    ];

    public static readonly string[] Sentences =
    [
        "进一步完善管护机制，保障设施安全稳定运行。", "项目实施过程中严格执行财务管理制度，组织有序。", "全年按计划推进各项任务，取得较好的社会反响。", "通过分类指导、分批实施，基层服务能力得到提升。",
        "各县（市、区）配合到位，资金使用规范。", "群众生产生活条件得到改善，项目效益逐步显现。", "根据年初工作安排，完成前期勘察、方案论证和招标采购等工作。",
    ];

    public static readonly string[] Provinces = ["云岭省", "沧原省", "澜浦市", "青浦岭市", "白鹭洲县", "望川市"];

    public static readonly string[] Bodies = ["水务发展中心", "公共图书服务中心", "农业技术推广站", "公路养护中心", "气象服务中心", "养老服务指导中心", "防灾减灾中心"];

    public static readonly string[] Surnames = ["安", "柏", "岑", "杜", "樊", "葛", "霍", "靳"];

    public static readonly string[] GivenNames = ["若川", "知远", "一鸣", "清和", "临", "牧", "望舒"];
}
