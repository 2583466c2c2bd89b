namespace Ephyto.AdminConsole.Components.Pages;

/// <summary>What a country says of one thing that it needs.</summary>
public enum ReadinessAnswer
{
    NotSaid,
    Yes,
    Partly,
    No,
}

/// <summary>
/// The answers of a readiness check, one letter each, in the order of <see cref="Items"/>: <c>ypn-…</c>. They travel in the
/// address, so that the result can be printed, sent on and taken along into the registration without anything being stored.
/// </summary>
public sealed record Readiness(IReadOnlyList<ReadinessAnswer> Answers)
{
    private const string Letters = "-ypn";

    /// <summary>The eight functions of a national system, then what stands around it.</summary>
    public static IReadOnlyList<string> Items { get; } = ["Enter", "Produce", "Send", "Store", "Receive", "Decrypt", "Validate", "Read",
        "Certificates", "People"];

    public bool IsComplete => !Answers.Contains(ReadinessAnswer.NotSaid);

    public int Ready => Answers.Count(answer => answer == ReadinessAnswer.Yes);

    public string Code => string.Concat(Answers.Select(answer => Letters[(int)answer]));

    /// <returns>Null where the text is no result.</returns>
    public static Readiness? Parse(string? code) =>
        code?.Length == Items.Count && code.All(letter => Letters.Contains(letter, StringComparison.Ordinal))
            ? new([.. code.Select(letter => (ReadinessAnswer)Letters.IndexOf(letter, StringComparison.Ordinal))]) : null;

    public ReadinessAnswer Of(string item) => Answers[Items.ToList().IndexOf(item)];
}
