using Extract.Forms;
using Extract.Tables.Sequenced;

namespace Extract.Tests.Tables.Sequenced;

/// <summary>Rows of tables whose columns are kept by spaces.</summary>
public sealed class SpacedRowsTests
{
    private static readonly Field[] Fields = [Field.Level2, Field.Level3, Field.Target, Field.Actual];

    [Fact]
    public void Lines_are_divided_where_the_heads_stand()
    {
        var (stream, from, ways) = Divided("""
            二级指标      三级指标        目标值      完成值
            数量指标      养护公路        ≥420公里    428公里
                          处置路段        ≥20处       23处
            """);
        Assert.Equal(["数量指标|养护公路|≥420公里|428公里", "|处置路段|≥20处|23处"],
            ways.Select(line => string.Join('|', line.Pieces.Select(piece => piece.IsEmpty ? "" : stream.KeyOf(piece.From, piece.To).ToString()))));
        Assert.Equal(4, from);
    }

    [Fact]
    public void A_name_wrapped_over_lines_is_one_row_with_its_values()
    {
        Assert.Equal(["数量指标|养护农村公路里程|≥420公里|428公里", "|处置水毁路段数量|≥20处|23处"], Rows("""
            二级指标      三级指标        目标值      完成值
            数量指标      养护农村公路    ≥420公里    428公里
                          里程
                          处置水毁路段    ≥20处       23处
                          数量
            """));
    }

    [Fact]
    public void A_level_s_name_wrapped_beside_two_rows_is_one_name()
    {
        Assert.Equal(["可持续影响指标|养护公路|≥420公里|428公里", "|处置路段|≥20处|23处", "质量指标|优良率|≥85%|87.6%"], Rows("""
            二级指标      三级指标        目标值      完成值
            可持续影响    养护公路        ≥420公里    428公里
            指标          处置路段        ≥20处       23处
            质量指标      优良率          ≥85%        87.6%
            """));
    }

    private static string[] Rows(string text)
    {
        var (stream, _, lines) = Divided(text);
        var columns = SequencedText.Columns(Fields);
        var alignment = SpacedRows.Read(stream, columns, lines);
        Assert.NotNull(alignment);
        return SequencedText.Rows(stream, alignment, Fields.Length);
    }

    private static (AtomStream Stream, int From, List<SpacedLine> Lines) Divided(string text)
    {
        var stream = SequencedText.Stream(text);
        var body = Fields.Length;
        var heads = Enumerable.Range(0, body).Select(h => ((double, double)?)(stream.BoxOf(h).Left, stream.BoxOf(h).Right)).ToArray();
        return (stream, body, SpacedLines.Of(stream, body, stream.Count, SequencedText.Columns(Fields), heads)[0]);
    }
}
