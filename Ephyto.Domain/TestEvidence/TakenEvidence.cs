using Ephyto.Domain.Common;

namespace Ephyto.Domain.TestEvidence;

/// <summary>
/// What a test console has proven of an organization, as a Production console took it in. It carries the id of its NPPO.
/// </summary>
public sealed class TakenEvidence : AggregateRoot
{
    public const int LongestConsole = 500;
    public const int LongestKeyId = 64;

    /// <summary>By how much the clocks of two consoles may differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private TakenEvidence()
    {
    }

    /// <summary>The file as it was signed; empty as long as none was taken in.</summary>
    public string SignedText { get; private set; } = "";

    /// <summary>Of the key that signed it.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>The public address of the test console.</summary>
    public string Console { get; private set; } = "";

    /// <summary>When the test console made it, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    public IReadOnlyList<ProvenStep> Steps { get; private set; } = [];

    /// <summary>The codes of the connections in Test.</summary>
    public IReadOnlyList<string> Connections { get; private set; } = [];

    /// <summary>The account that took it in.</summary>
    public Guid TakenBy { get; private set; }

    public DateTime TakenAt { get; private set; }

    public bool IsThere => SignedText.Length > 0;

    public static TakenEvidence Of(Guid nppoId) => new() { Id = nppoId };

    /// <summary>A newer file takes the place of an older one; never the other way round, so that nobody can go back behind it.</summary>
    /// <param name="file">Whose signature was verified.</param>
    /// <param name="country">The code of the organization's country here.</param>
    /// <param name="by">The account.</param>
    /// <param name="now">UTC.</param>
    public Result TakeIn(SignedStatement file, string country, Guid by, DateTime now)
    {
        var said = file.Statement;
        if (said.Environment != HubEnvironment.Test) return TestEvidenceErrors.NotOfTest;
        if (said.Country != country) return TestEvidenceErrors.OtherCountry;
        if (said.MadeAt > now + ClockTolerance) return TestEvidenceErrors.FromFuture;
        if (IsThere && said.MadeAt < MadeAt) return TestEvidenceErrors.Older;
        if (IsThere && said.MadeAt == MadeAt) return TestEvidenceErrors.TakenAlready;

        (SignedText, KeyId, Console, MadeAt) = (file.Text, file.KeyId, said.Console.AbsoluteUri, said.MadeAt);
        (Steps, Connections, TakenBy, TakenAt) = (said.Steps, said.Connections, by, now);
        Raise(new TestEvidenceTakenIn(Id, MadeAt, Steps.Count, file.Sha256, Actor.User(by), now));
        return Result.Success();
    }
}
