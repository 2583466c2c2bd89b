using Ephyto.Domain.Registrations;

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
/// The answers of a readiness check, one letter each, in the order of its items: <c>ypn-…</c>, and before them which system they are
/// about, where it is not the country's own. They travel in the address, so that the result can be printed, sent on and taken along
/// into the registration without anything being stored.
/// </summary>
public sealed record Readiness(ExchangeSystem System, IReadOnlyList<ReadinessAnswer> Answers)
{
    private const string Letters = "-ypn";

    private static readonly ReadinessItem[] AroundEach =
    [
        new("Recognition", ReadinessArea.Law, ReadinessDuty.Lawyers),
        new("Records", ReadinessArea.Law, ReadinessDuty.Lawyers),
        new("Mandate", ReadinessArea.Law, ReadinessDuty.Management),
        new("Network", ReadinessArea.Infrastructure, ReadinessDuty.Operations),
    ];

    private static readonly ReadinessItem[] AroundNational =
    [
        new("Operation", ReadinessArea.Infrastructure, ReadinessDuty.Operations),
        new("Apart", ReadinessArea.Infrastructure, ReadinessDuty.Operations),
        new("Certificates", ReadinessArea.Infrastructure, ReadinessDuty.Technicians),
    ];

    private static readonly ReadinessItem[] People =
    [
        new("ContactPoint", ReadinessArea.People, ReadinessDuty.Management),
        new("People", ReadinessArea.People, ReadinessDuty.Management),
        new("Training", ReadinessArea.People, ReadinessDuty.Inspection),
        new("Support", ReadinessArea.People, ReadinessDuty.Technicians),
    ];

    private static readonly Dictionary<ExchangeSystem, (string Prefix, ReadinessItem[] Items)> Checks = new()
    {
        // The eight functions of a national system, then what stands around it.
        [ExchangeSystem.NationalSystem] = ("",
        [
            .. new[] { "Enter", "Produce", "Send", "Store", "Receive", "Decrypt", "Validate", "Read" }
                .Select(function => new ReadinessItem(function, ReadinessArea.System, ReadinessDuty.Technicians)),
            .. AroundEach, .. AroundNational, .. People,
        ]),
        [ExchangeSystem.GeNS] = ("g",
        [
            new("Workplaces", ReadinessArea.System, ReadinessDuty.Operations),
            new("Offices", ReadinessArea.System, ReadinessDuty.Inspection),
            new("Administrators", ReadinessArea.System, ReadinessDuty.Management),
            .. AroundEach, .. People,
        ]),
        [ExchangeSystem.ThroughAnotherSystem] = ("t",
        [
            new("Agreement", ReadinessArea.System, ReadinessDuty.Management),
            new("Users", ReadinessArea.System, ReadinessDuty.Inspection),
            .. AroundEach, .. People,
        ]),
    };

    public bool IsComplete => !Answers.Contains(ReadinessAnswer.NotSaid);

    public int Ready => Answers.Count(answer => answer == ReadinessAnswer.Yes);

    public string Code => Checks[System].Prefix + string.Concat(Answers.Select(answer => Letters[(int)answer]));

    /// <summary>What is asked of a country that exchanges by the system.</summary>
    public static IReadOnlyList<ReadinessItem> ItemsOf(ExchangeSystem system) => Checks[system].Items;

    public static IEnumerable<ReadinessItem> ItemsOf(ExchangeSystem system, ReadinessArea area) =>
        ItemsOf(system).Where(item => item.Area == area);

    /// <returns>Null where the text is no result.</returns>
    public static Readiness? Parse(string? code)
    {
        if (code is null) return null;
        var system = Checks.FirstOrDefault(
            check => check.Value.Prefix is { Length: > 0 } prefix && code.StartsWith(prefix, StringComparison.Ordinal)).Key;
        var letters = code[Checks[system].Prefix.Length..];
        return letters.Length == ItemsOf(system).Count && letters.All(letter => Letters.Contains(letter, StringComparison.Ordinal))
            ? new(system, [.. letters.Select(letter => (ReadinessAnswer)Letters.IndexOf(letter, StringComparison.Ordinal))]) : null;
    }

    /// <summary>Whether everything is there.</summary>
    public bool IsWhole => Ready == Answers.Count;

    /// <returns>Not said of what was not asked.</returns>
    public ReadinessAnswer Of(string item) =>
        ItemsOf(System).Index().Where(at => at.Item.Name == item).Select(at => Answers[at.Index]).FirstOrDefault();

    public IEnumerable<ReadinessItem> ItemsOf(ReadinessArea area) => ItemsOf(System, area);

    /// <summary>How far the area is, in a hundred: what is there in part counts half. Without an area, all of them.</summary>
    public int Score(ReadinessArea? area = null)
    {
        var answers = ItemsOf(System).Where(item => area is null || item.Area == area).Select(item => Of(item.Name)).ToList();
        return answers.Sum(answer => answer switch { ReadinessAnswer.Yes => 2, ReadinessAnswer.Partly => 1, _ => 0 }) * 50 / answers.Count;
    }
}
