using Extract.Tables.Sequenced;

namespace Extract.Tests.Tables.Sequenced;

/// <summary>How wide lines are as they were set.</summary>
public sealed class LineWidthsTests
{
    [Theory]
    [InlineData("养护里程", 8)]
    [InlineData("养护 860 公里", 4 + 0.5 + 3 + 0.5 + 4)]
    [InlineData("2019 年 11 月 15 日", 16.5)]
    public void White_between_scripts_is_a_quarter_of_an_em(string line, double width)
    {
        var stream = SequencedText.Stream(line);
        Assert.Equal(width, LineWidths.Of(stream, 0, stream.Count));
    }

    [Fact]
    public void A_line_with_much_room_was_not_broken_there()
    {
        Assert.Equal(0, LineWidths.Room(0));
        Assert.True(LineWidths.Room(1) < 1);
        Assert.True(LineWidths.Room(6) > 5);
    }
}
