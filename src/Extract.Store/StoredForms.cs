using Extract.Diagnostics;
using Extract.Records;

namespace Extract.Store;

/// <summary>What the store and the JSON outputs must answer alike of a disclosure.</summary>
public static class StoredForms
{
    /// <summary>The statutory form a grid is, as its facts or its self-evaluation name it; empty where it is none.</summary>
    public static string FormOf(Disclosure disclosure, int grid)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        foreach (var fact in disclosure.Facts)
            if (fact.Grid == grid) return fact.Form;
        foreach (var form in disclosure.SelfEvaluations)
            if (form.Grids.Contains(grid)) return form.Title.Text;
        return "";
    }

    /// <summary>Trouble of every storey, each once: the reader's first.</summary>
    public static IEnumerable<Diagnostic> AllDiagnostics(this Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.Document.Diagnostics.Concat(disclosure.Diagnostics).Distinct();
    }
}
