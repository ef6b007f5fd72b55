namespace Extract.Records.Sentences;

/// <summary>What a reader of sentences remembers from clause to clause.</summary>
internal struct Topic
{
    /// <summary>What is spoken of.</summary>
    public string Subject;

    /// <summary>What the paragraph spoke of first.</summary>
    public string First;

    /// <summary>Where it was named, and in which sentence; -1 before the paragraph.</summary>
    public int SubjectStart;

    /// <summary>The sentence it was named in.</summary>
    public int SubjectSentence;

    /// <summary>The unit its last count was in.</summary>
    public string SubjectUnit;

    /// <summary>The whole that shares are of.</summary>
    public string Whole;

    /// <summary>The sentence that last listed parts of it; -1 if none did.</summary>
    public int ListSentence;

    /// <summary>The item of the last amount.</summary>
    public string LastAmount;

    /// <summary>The item of the last amount or count: 其中 makes it the whole.</summary>
    public string LastWhole;

    /// <summary>The item of the sentence's last count.</summary>
    public string LastCount;

    /// <summary>The item of the paragraph's last target: a completion rate is of it.</summary>
    public string LastTarget;

    /// <summary>The item of the sentence's last figure that a growth can be of.</summary>
    public string LastStated;

    /// <summary>The sentence <see cref="LastStated"/> stands in.</summary>
    public int LastSentence;

    /// <summary>What changes are measured against.</summary>
    public string Base;

    /// <summary>What the clause before says to have changed without saying by how much: 项目支出增加，较上年增加…</summary>
    public string Changed;

    /// <summary>Where that is named.</summary>
    public int ChangedStart;

    /// <summary>The year the sentence names.</summary>
    public int? Year;

    /// <summary>Where clauses that qualify the next item start (由中小企业中标的，); -1 if there are none.</summary>
    public int Modifier;

    /// <summary>Nothing remembered.</summary>
    public static Topic None => new() { Subject = "", First = "", SubjectUnit = "", Whole = "", LastAmount = "", LastCount = "", LastWhole = "", LastTarget = "", LastStated = "", LastSentence = -1, ListSentence = -1, Base = "", Changed = "", SubjectStart = -1, SubjectSentence = -1, Modifier = -1 };

    /// <summary>What is left of it in the next sentence.</summary>
    public void EndSentence()
    {
        Base = "";
        Changed = "";
        Year = null;
        Modifier = -1;
    }
}
