namespace Extract.Store;

/// <summary>
/// A finding in words, made by whoever knows the catalogue of checks. The store keeps both languages beside keys and arguments, so
/// that any SQLite tool can read it.
/// </summary>
/// <param name="SaysChinese">What the finding says.</param>
/// <param name="SaysEnglish">The same in English.</param>
/// <param name="CauseChinese">The likely cause; empty where there is none.</param>
/// <param name="CauseEnglish">The same in English.</param>
public readonly record struct FindingSentences(string SaysChinese, string SaysEnglish, string CauseChinese, string CauseEnglish);
