using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <summary>What a file means for one country.</summary>
/// <param name="Open">The country's registration under way.</param>
/// <param name="Party">What the file says of the Convention; null where it says nothing.</param>
public sealed record ImportRow(Country Country, DirectoryChange Change, WaitingRegistration? Open, PartyChange? Party = null)
{
    public DirectoryChangeKind Kind => KindOf(Change, Party);

    /// <summary>Of the contact and of what is said of the country beside it: what changes either is a change.</summary>
    public static DirectoryChangeKind KindOf(DirectoryChange change, PartyChange? party) =>
        change.Kind == DirectoryChangeKind.Unchanged && party is { ChangesNothing: false } ? DirectoryChangeKind.Changed : change.Kind;

    /// <summary>The new entry writes to an address that anybody can have.</summary>
    public bool BringsFreeMail =>
        Change.After is { } after && after.Email != Change.Before?.Details.Email
            && EmailAddress.TryParse(after.Email) is { IsFreeMail: true };

    /// <summary>What the change does to that registration; null where there is none, or nothing changes.</summary>
    public DirectoryEffect? EffectOnRegistration => Change.Kind == DirectoryChangeKind.Unchanged ? null : Open?.EffectOf(Change.After);

    /// <summary>Field by field what is another before and after, as a file writes it.</summary>
    public IEnumerable<(string Label, string Before, string After)> Differences()
    {
        if (Change is not { Before: { } entry, After: { } details }) return [];
        var (before, after) = (ContactPointInput.Of(entry.Details), ContactPointInput.Of(details));
        return DirectoryColumns.OfEntry.Select(column => (column.Label, column.Get(before) ?? "", column.Get(after) ?? ""))
            .Where(field => field.Item2 != field.Item3);
    }
}
