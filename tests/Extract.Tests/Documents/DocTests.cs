using Extract.Diagnostics;

namespace Extract.Tests.Documents;

/// <summary>Files that Word of old, and its rivals, saved: what two other readers see in them.</summary>
public sealed class DocTests
{
    private static Extract.Text.Document Open(string name) => OfficeFile.Open(File.ReadAllBytes(SharedFiles.PathOf("hard/doc/" + name)), name);

    private static string[] Rows(string name) => OfficeFile.Table(File.ReadAllBytes(SharedFiles.PathOf("hard/doc/" + name)));

    [SharedFact]
    public void A_file_saved_fast_is_read_in_the_order_of_its_pieces()
    {
        var texts = OfficeFile.Texts(Open("rasp.doc"));
        Assert.Equal(["Распоряжение на выдачу информации из реестра", "Открытое акционерное общество «ХХХХХХХХХХХ»"], texts[..2]);
        Assert.Contains("Открытое акционерное общество «УУУУУУУУУУУ»", texts);
    }

    [SharedFact]
    public void Cells_merged_across_are_one_and_a_table_in_a_cell_divides_it()
    {
        Assert.Equal(["1x3 A | 1x2 B", "C | D | 1x2 E | F", " | G | 1x2 H | I J", "1x5 K"], Rows("table-merges.doc"));
        Assert.Equal(["A | 1x2 B | C", "4x1 D | 1x2 E | 4x1 G", "1 | 2", "3 | 4", "1x2 F", "H | 1x2 I | J"], Rows("innertable.doc"));
    }

    [SharedFact]
    public void Of_a_reference_the_page_is_shown_and_not_what_it_refers_to() => Assert.Equal(["1", "destination"], OfficeFile.Texts(Open("pageref.doc")));

    [SharedFact]
    public void A_locked_file_and_one_of_a_Word_before_it_say_what_they_are()
    {
        Assert.Contains(Open("PasswordProtected.doc").Diagnostics, static d => d.Kind == DiagnosticKinds.PasswordNeeded);
        Assert.Contains(Open("word2.doc").Diagnostics, static d => d.Kind == DiagnosticKinds.NotReadable && d.Arguments[0].Contains("Word 2", StringComparison.Ordinal));
        Assert.NotEmpty(OfficeFile.Texts(Open("Word6.doc")));
    }
}
