using System.Collections.Frozen;
using System.Globalization;

namespace Extract.Forms.Statutory;

/// <summary>
/// Names of 政府收支分类科目 by year: the functional classes (类) and the departmental economic classes and sections (类, 款), with their
/// renames. Functional 款 and 项 are not among them: they change every year and no list of all years stands behind this table.
/// Source: 财政部《政府收支分类科目》 of the years named.
/// </summary>
public static class Classification
{
    /// <summary>The first year the departmental economic classification has its present sections (财预〔2017〕98号).</summary>
    private const int EconomicFrom = 2018;

    // code name [from-to]; a code may have several names by year.
    private const string Functional = """
        201 一般公共服务支出
        202 外交支出
        203 国防支出
        204 公共安全支出
        205 教育支出
        206 科学技术支出
        207 文化体育与传媒支出 -2018
        207 文化旅游体育与传媒支出 2019-
        208 社会保障和就业支出
        209 社会保险基金支出
        210 医疗卫生支出 -2013
        210 医疗卫生与计划生育支出 2014-2018
        210 卫生健康支出 2019-
        211 环境保护支出 -2010
        211 节能环保支出 2011-
        212 城乡社区事务支出 -2013
        212 城乡社区支出 2014-
        213 农林水事务支出 -2013
        213 农林水支出 2014-
        214 交通运输支出
        215 资源勘探电力信息等事务支出 -2013
        215 资源勘探信息等支出 2014-2020
        215 资源勘探工业信息等支出 2020-
        216 商业服务业等事务支出 -2013
        216 商业服务业等支出 2014-
        217 金融监管等事务支出 -2013
        217 金融支出 2014-
        218 地震灾后恢复重建支出 -2014
        219 援助其他地区支出
        220 国土资源气象等事务支出 -2013
        220 国土海洋气象等支出 2014-2018
        220 自然资源海洋气象等支出 2019-
        221 住房保障支出
        222 粮油物资储备支出
        223 国有资本经营预算支出
        224 灾害防治及应急管理支出 2019-
        227 预备费
        229 其他支出
        230 转移性支出
        231 债务还本支出
        232 债务付息支出
        233 债务发行费用支出
        234 抗疫特别国债安排的支出 2020-
        """;

    private const string Economic = """
        301 工资福利支出
        30101 基本工资
        30102 津贴补贴
        30103 奖金
        30106 伙食补助费
        30107 绩效工资
        30108 机关事业单位基本养老保险缴费
        30109 职业年金缴费
        30110 职工基本医疗保险缴费
        30111 公务员医疗补助缴费
        30112 其他社会保障缴费
        30113 住房公积金
        30114 医疗费
        30199 其他工资福利支出
        302 商品和服务支出
        30201 办公费
        30202 印刷费
        30203 咨询费
        30204 手续费
        30205 水费
        30206 电费
        30207 邮电费
        30208 取暖费
        30209 物业管理费
        30211 差旅费
        30212 因公出国（境）费用
        30213 维修（护）费
        30214 租赁费
        30215 会议费
        30216 培训费
        30217 公务接待费
        30218 专用材料费
        30224 被装购置费
        30225 专用燃料费
        30226 劳务费
        30227 委托业务费
        30228 工会经费
        30229 福利费
        30231 公务用车运行维护费
        30239 其他交通费用
        30240 税金及附加费用
        30299 其他商品和服务支出
        303 对个人和家庭的补助
        30301 离休费
        30302 退休费
        30303 退职（役）费
        30304 抚恤金
        30305 生活补助
        30306 救济费
        30307 医疗费补助
        30308 助学金
        30309 奖励金
        30310 个人农业生产补贴
        30311 代缴社会保险费
        30399 其他对个人和家庭的补助
        307 债务利息及费用支出
        30701 国内债务付息
        30702 国外债务付息
        30703 国内债务发行费用
        30704 国外债务发行费用
        309 资本性支出（基本建设）
        310 资本性支出
        31001 房屋建筑物购建
        31002 办公设备购置
        31003 专用设备购置
        31005 基础设施建设
        31006 大型修缮
        31007 信息网络及软件购置更新
        31008 物资储备
        31009 土地补偿
        31010 安置补助
        31011 地上附着物和青苗补偿
        31012 拆迁补偿
        31013 公务用车购置
        31019 其他交通工具购置
        31021 文物和陈列品购置
        31022 无形资产购置
        31099 其他资本性支出
        311 对企业补助（基本建设）
        312 对企业补助
        313 对社会保障基金补助
        399 其他支出
        """;

    private static readonly FrozenDictionary<string, (string Name, int From, int To)[]> ByCode = Functional.Split('\n').Concat(Economic.Split('\n')).Select(Read).GroupBy(static line => line.Code)
        .ToFrozenDictionary(static group => group.Key, static group => group.Select(static line => (line.Name, line.From, line.To)).ToArray(), StringComparer.Ordinal);

    /// <summary>The names a code has in a year; empty where the table does not list it, or the year's classification is another.</summary>
    /// <param name="code">A functional class, or an economic class or section.</param>
    /// <param name="year">The fiscal year.</param>
    public static IReadOnlyList<string> NamesOf(string code, int year)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.StartsWith('3') && year < EconomicFrom || !ByCode.TryGetValue(code, out var names)) return [];
        return [.. names.Where(name => name.From <= year && year <= name.To).Select(static name => name.Name)];
    }

    /// <summary>True for a functional class that no year has: the list of classes is whole.</summary>
    /// <param name="code">A functional or economic code of any level.</param>
    public static bool IsOfUnknownClass(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length >= 3 && code[0] is '2' or '3' && !ByCode.ContainsKey(code[..3]);
    }

    private static (string Code, string Name, int From, int To) Read(string line)
    {
        var parts = line.Trim().Split(' ');
        var years = parts.Length > 2 ? parts[2].Split('-') : ["", ""];
        int Year(string text, int otherwise) => text.Length == 0 ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);
        return (parts[0], parts[1], Year(years[0], 0), Year(years[1], int.MaxValue));
    }
}
