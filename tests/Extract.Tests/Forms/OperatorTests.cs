using Extract.Forms;

namespace Extract.Tests.Forms;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("≥50个", "≥", "50", "个")]
    [InlineData("22份", "", "22", "份")]
    [InlineData("不超过6.72万元", "不超过", "6.72", "万元")]
    [InlineData("小于或者等于6小时", "小于或者等于", "6", "小时")]
    [InlineData("大于或者等于2份", "大于或者等于", "2", "份")]
    [InlineData("不超33万", "不超", "33", "万")]
    [InlineData("1904645.13㎡", "", "1904645.13", "㎡")]
    [InlineData("大于1000盆", "大于", "1000", "盆")]
    [InlineData("低于万分之三", "低于", "万分之三", "")]
    [InlineData("95%以上", "", "", "95%以上")]
    [InlineData("3个小时内", "", "", "3个小时内")]
    [InlineData("总成本不超过0.3万元", "", "", "总成本不超过0.3万元")]
    [InlineData("12个城中村", "", "", "12个城中村")]
    public void A_target_is_an_operator_a_number_and_a_unit_or_stays_whole(string target, string sign, string number, string rest)
    {
        var split = Operators.Split(target);
        Assert.Equal((sign, number, rest), (target[..split.Operator], target.Substring(split.Operator, split.Number), target[(split.Operator + split.Number)..]));
    }
}
