namespace Ephyto.AdminConsole.Components.Pages;

/// <summary>What a country says of one thing that it needs.</summary>
public enum ReadinessAnswer
{
    NotSaid,
    Yes,
    Partly,
    No,
}

/// <summary>What has to be ready before ePhytos are exchanged.</summary>
public enum ReadinessArea
{
    System,
    Law,
    Infrastructure,
    People,
}

/// <summary>Who in the country does it, as far as that can be said without knowing the country.</summary>
public enum ReadinessDuty
{
    Management,
    Technicians,
    Lawyers,
    Operations,
    Inspection,
}

/// <param name="Name">The key of its words.</param>
public sealed record ReadinessItem(string Name, ReadinessArea Area, ReadinessDuty Duty);

/// <summary>
/// The answers of a readiness check, one letter each, in the order of <see cref="All"/>: <c>ypn-…</c>. They travel in the
/// address, so that the result can be printed, sent on and taken along into the registration without anything being stored.
/// </summary>
public sealed record Readiness(IReadOnlyList<ReadinessAnswer> Answers)
{
    private const string Letters = "-ypn";

    /// <summary>The eight functions of a national system, then what stands around it.</summary>
    public static IReadOnlyList<ReadinessItem> All { get; } =
    [
        .. new[] { "Enter", "Produce", "Send", "Store", "Receive", "Decrypt", "Validate", "Read" }
            .Select(function => new ReadinessItem(function, ReadinessArea.System, ReadinessDuty.Technicians)),
        new("Recognition", ReadinessArea.Law, ReadinessDuty.Lawyers),
        new("Records", ReadinessArea.Law, ReadinessDuty.Lawyers),
        new("Mandate", ReadinessArea.Law, ReadinessDuty.Management),
        new("Network", ReadinessArea.Infrastructure, ReadinessDuty.Operations),
        new("Operation", ReadinessArea.Infrastructure, ReadinessDuty.Operations),
        new("Apart", ReadinessArea.Infrastructure, ReadinessDuty.Operations),
        new("Certificates", ReadinessArea.Infrastructure, ReadinessDuty.Technicians),
        new("ContactPoint", ReadinessArea.People, ReadinessDuty.Management),
        new("People", ReadinessArea.People, ReadinessDuty.Management),
        new("Training", ReadinessArea.People, ReadinessDuty.Inspection),
        new("Support", ReadinessArea.People, ReadinessDuty.Technicians),
    ];

    /// <summary>The names of the items.</summary>
    public static IReadOnlyList<string> Items { get; } = [.. All.Select(item => item.Name)];

    public bool IsComplete => !Answers.Contains(ReadinessAnswer.NotSaid);

    public int Ready => Answers.Count(answer => answer == ReadinessAnswer.Yes);

    public string Code => string.Concat(Answers.Select(answer => Letters[(int)answer]));

    /// <returns>Null where the text is no result.</returns>
    public static Readiness? Parse(string? code) =>
        code?.Length == Items.Count && code.All(letter => Letters.Contains(letter, StringComparison.Ordinal))
            ? new([.. code.Select(letter => (ReadinessAnswer)Letters.IndexOf(letter, StringComparison.Ordinal))]) : null;

    public ReadinessAnswer Of(string item) => Answers[Items.ToList().IndexOf(item)];

    public static IEnumerable<ReadinessItem> ItemsOf(ReadinessArea area) => All.Where(item => item.Area == area);

    /// <summary>How far the area is, in a hundred: what is there in part counts half. Without an area, all of them.</summary>
    public int Score(ReadinessArea? area = null)
    {
        var answers = All.Where(item => area is null || item.Area == area).Select(item => Of(item.Name)).ToList();
        return answers.Sum(answer => answer switch { ReadinessAnswer.Yes => 2, ReadinessAnswer.Partly => 1, _ => 0 }) * 50 / answers.Count;
    }
}
