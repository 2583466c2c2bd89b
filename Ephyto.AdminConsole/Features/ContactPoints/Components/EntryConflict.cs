namespace Ephyto.AdminConsole.Features.ContactPoints.Components;

/// <summary>A field in which two states of an entry differ.</summary>
public sealed record ChangedField(string Name, string? Before, string? Now);

/// <summary>Somebody else made a new entry while another one was typed: what they changed, and what was typed.</summary>
/// <param name="before">As it was when the typing began.</param>
/// <param name="now">As it is on file now.</param>
/// <param name="typed">As it stands in the form.</param>
internal sealed class EntryConflict(ContactPointInput before, ContactPointInput now, ContactPointInput typed)
{
    private static readonly (string Name, Func<ContactPointInput, string?> Get,
        Action<ContactPointInput, ContactPointInput> Take)[] Fields =
    [
        ("Kind", i => i.Kind.ToString(), (i, from) => i.Kind = from.Kind),
        ("Prefix", i => i.Prefix, (i, from) => i.Prefix = from.Prefix),
        ("GivenName", i => i.GivenName, (i, from) => i.GivenName = from.GivenName),
        ("FamilyName", i => i.FamilyName, (i, from) => i.FamilyName = from.FamilyName),
        ("JobTitle", i => i.JobTitle, (i, from) => i.JobTitle = from.JobTitle),
        ("Organization", i => i.Organization, (i, from) => i.Organization = from.Organization),
        ("Address", i => i.Address, (i, from) => i.Address = from.Address),
        ("Phone", i => i.Phone, (i, from) => i.Phone = from.Phone),
        ("Email", i => i.Email, (i, from) => i.Email = from.Email),
        ("PreferredLanguage", i => i.PreferredLanguage, (i, from) => i.PreferredLanguage = from.PreferredLanguage),
    ];

    /// <summary>What the new entry changed.</summary>
    public IReadOnlyList<ChangedField> Theirs => Between(before, now);

    /// <summary>What was typed and is not in the new entry.</summary>
    public IReadOnlyList<ChangedField> Mine =>
        [.. Between(before, typed).IntersectBy(Between(now, typed).Select(one => one.Name), one => one.Name)];

    /// <summary>Nothing that was typed stands where the new entry changed something else.</summary>
    public bool MayBeJoined => !Mine.Select(one => one.Name).Intersect(Theirs.Select(one => one.Name)).Any();

    /// <summary>Puts what was typed on top of the new entry.</summary>
    public ContactPointInput Join(ContactPointInput fresh)
    {
        var mine = Mine.Select(one => one.Name).ToHashSet();
        foreach (var one in Fields.Where(one => mine.Contains(one.Name))) one.Take(fresh, typed);
        return fresh;
    }

    private static List<ChangedField> Between(ContactPointInput first, ContactPointInput second) =>
        [.. Fields.Where(one => Plain(one.Get(first)) != Plain(one.Get(second)))
            .Select(one => new ChangedField(one.Name, one.Get(first), one.Get(second)))];

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
