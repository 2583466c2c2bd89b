using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>
/// A form that was sent already, from another tab, by a second press, or by one whose answer never came: it leads to what came of it.
/// At the same instant, the store lets one of them through and the other looks again.
/// </summary>
internal static class SentForms
{
    public static Task<Guid?> MadeOfAsync(this ConsoleDbContext db, string? draftKey, CancellationToken ct) =>
        string.IsNullOrEmpty(draftKey)
            ? Task.FromResult<Guid?>(null)
            : db.Set<Registration>().Where(r => r.DraftKey == draftKey).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);

    /// <summary>One more view of it, for the browser that holds the form.</summary>
    public static async Task<string> AddTrackerAsync(
        this LinkIssuer links, ConsoleDbContext db, IDbContextTransaction transaction, Guid registration, RegistrationPolicy policy,
        CancellationToken ct)
    {
        var tracker = links.Add(db, LinkPurpose.ApplicantTracker, registration, registration, policy.ExpireAfter);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return tracker.Secret;
    }

    public static string AddressOf(string trackerSecret, bool sentAlready) => sentAlready
        ? QueryHelpers.AddQueryString($"registration/{trackerSecret}", "problem", RegistrationErrors.SentAlready.Code)
        : $"registration/{trackerSecret}";
}
