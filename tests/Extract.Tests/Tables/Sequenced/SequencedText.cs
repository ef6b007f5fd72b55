using System.Text;
using Extract.Documents;
using Extract.Forms;
using Extract.Layout;
using Extract.Tables.Sequenced;

namespace Extract.Tests.Tables.Sequenced;

/// <summary>Little texts as streams of atoms, and rows as lines of cells.</summary>
internal static class SequencedText
{
    public static AtomStream Stream(string text) => Atoms.Of(Flow.Of(Readers.Open("drawn.txt", Encoding.UTF8.GetBytes(text))));

    /// <summary>Columns of a table; points that stand before the deepest level are those of a level.</summary>
    public static Column[] Columns(params Field[] fields)
    {
        var deepest = Array.FindLastIndex(fields, HeaderReader.IsLevel);
        return [.. fields.Select((field, c) => new Column(field, fields.Contains(Field.Operator)) { IsOfLevel = field == Field.Weight && c < deepest })];
    }

    public static string[] Rows(AtomStream stream, Alignment alignment, int columns) =>
        [.. Enumerable.Range(0, alignment.Rows).Select(row => string.Join('|', Enumerable.Range(0, columns).Select(c =>
            string.Concat(alignment.Stretches.Where(s => s.Row == row && s.Column == c).OrderBy(static s => s.From).Select(s => stream.KeyOf(s.From, s.To).ToString())))))];
}
