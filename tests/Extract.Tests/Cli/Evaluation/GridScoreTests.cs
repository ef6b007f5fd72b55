using System.Collections.Immutable;
using Extract.Cli.Evaluation.Grids;
using Extract.Tables;
using Extract.Text;

namespace Extract.Tests.Cli.Evaluation;

public sealed class GridScoreTests
{
    private static readonly ScoredCell[] Cells =
    [
        new(0, 0, 1, 2, "sales"), new(1, 1, 0, 0, "year"), new(1, 1, 1, 1, "home"), new(1, 1, 2, 2, "abroad"),
        new(2, 2, 0, 0, "2001"), new(2, 2, 1, 1, "12"), new(2, 2, 2, 2, "7"),
    ];

    [Fact]
    public void A_head_over_two_columns_is_above_both_and_the_first_row_has_no_neighbour_to_its_left()
    {
        var relations = CellRelations.Of(Cells);
        Assert.Equal(9, relations.Values.Sum());
        Assert.Equal(1, relations[("sales", "home", true)]);
        Assert.Equal(1, relations[("sales", "abroad", true)]);
        Assert.DoesNotContain(("year", "sales", false), relations.Keys);
    }

    [Fact]
    public void A_blank_between_two_cells_is_passed_over()
    {
        var relations = CellRelations.Of([new(0, 0, 0, 0, "a"), new(0, 0, 1, 1, ""), new(0, 0, 2, 2, "b")]);
        Assert.Equal([("a", "b", false)], relations.Keys);
    }

    [Fact]
    public void The_truth_itself_scores_one_and_an_empty_answer_nothing()
    {
        var truth = new[] { new TrueTable([new TrueRegion(new PagePlace(1, 0, 0, 100, 50))], Cells) };
        var same = GridScore.Of(truth, [GridOf(Cells)]);
        Assert.Equal(1.0, same.Cells.F1);
        Assert.Equal(1.0, same.Regions.F1);
        Assert.Equal(1, same.Exact);
        var none = GridScore.Of(truth, []);
        Assert.Equal(0.0, none.Cells.F1);
        Assert.Equal(0.0, none.Regions.F1);
        Assert.Equal(0, none.Exact);
    }

    [Fact]
    public void A_table_that_is_none_costs_precision_and_no_recall()
    {
        var truth = new[] { new TrueTable([new TrueRegion(new PagePlace(1, 0, 0, 100, 50))], Cells) };
        var score = GridScore.Of(truth, [GridOf(Cells), GridOf([new(0, 0, 0, 0, "legend"), new(0, 0, 1, 1, "axis")])]);
        Assert.Equal(1.0, score.Cells.Recall);
        Assert.Equal(0.9, score.Cells.Precision, 6);
    }

    [Theory]
    [InlineData("1 234.5", "12345")]
    [InlineData("ﬁrst  Quarter", "firstquarter")]
    [InlineData("–", "-")]
    [InlineData("（万元）", "万元")]
    [InlineData("…", "...")]
    public void Content_is_compared_without_white_space_and_marks(string text, string normalised) => Assert.Equal(normalised, CellRelations.Normalise(text));

    [Fact]
    public void Regions_and_cells_are_read_with_y_turned_down_and_rows_of_later_regions_shifted()
    {
        var folder = Directory.CreateTempSubdirectory("truth");
        try
        {
            var (regions, structure) = (Path.Combine(folder.FullName, "x-reg.xml"), Path.Combine(folder.FullName, "x-str.xml"));
            File.WriteAllText(regions, "<document><table id='1'><region id='1' page='2'><bounding-box x1='10' y1='100' x2='60' y2='180'/></region></table></document>");
            File.WriteAllText(structure, "<document><table id='1'><region id='1' page='2' row-increment='0'><cell start-row='0' start-col='1' end-col='2'><content>A b</content></cell></region>"
                + "<region id='2' page='3' row-increment='5'><cell start-row='1' start-col='0'><content>7</content></cell></region></table></document>");
            var table = Assert.Single(CompetitionTruth.Read(regions, structure, static _ => 800));
            Assert.Equal(new PagePlace(2, 10, 620, 60, 700), Assert.Single(table.Regions).Place);
            Assert.Equal([new ScoredCell(0, 0, 1, 2, "ab"), new ScoredCell(6, 6, 0, 0, "7")], table.Cells);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Grid GridOf(IReadOnlyList<ScoredCell> cells)
    {
        var placed = cells.Select(static cell => new Cell(
            cell.FirstRow, cell.FirstColumn, cell.LastRow - cell.FirstRow + 1, cell.LastColumn - cell.FirstColumn + 1,
            new Printed(cell.Content, [new PagePlace(1, 0, 0, 100, 50)]))).ToImmutableArray();
        return new Grid(Printed.Blank, "", "", Evidence.Drawn, 1, 1, cells.Max(static c => c.LastRow) + 1, cells.Max(static c => c.LastColumn) + 1, placed, [1]);
    }
}
