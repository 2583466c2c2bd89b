using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Reactions;

/// <summary>
/// A new version is told to every member who has an older one and may read the new one, in the language of their account.
/// </summary>
internal sealed class TellHolders(EmailWriter writer, DocumentEmails emails) : IDomainEventHandler<DocumentPublished>
{
    public async Task HandleAsync(DocumentPublished happened, ConsoleDbContext db, CancellationToken ct)
    {
        var document = await db.Set<IntegrationDocument>().FindAsync([happened.DocumentId], ct)
            ?? throw new InvalidOperationException("An event names a document that is not there.");
        if (document.Audience == DocumentAudience.HubStaff || document.Versions.Count < 2) return;

        var version = document.Versions.Single(v => v.Id == happened.VersionId);
        NppoRole[] roles = document.Audience == DocumentAudience.Integrators
            ? [.. Enum.GetValues<NppoRole>().Where(role => role.Allows(Permission.IntegrationEdit))] : Enum.GetValues<NppoRole>();
        var readers = await db.RightfulMembers()
            .Where(m => roles.Contains(m.Role)
                && db.Set<DocumentReceipt>().Any(r => r.DocumentId == document.Id && r.UserId == m.UserId && r.NppoId == m.NppoId))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Email, u.Language }).Distinct().ToListAsync(ct);
        foreach (var reader in readers)
        {
            await writer.WriteAsync(
                db, EmailKind.Of(happened), new(SubjectKinds.Document, document.Id), EmailAddress.TryParse(reader.Email)!,
                reader.Language, null,
                () => emails.NewVersion(document, version), ct);
        }
    }
}
