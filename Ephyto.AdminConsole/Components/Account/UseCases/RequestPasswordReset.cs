using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>Sends a link that sets a new password. Whoever asks hears the same, whether there is such an account or not.</summary>
internal sealed class RequestPasswordReset(IDbContextFactory<ConsoleDbContext> contexts, AccountMaker accounts, AccountPost post) : ILinkRenewal
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public LinkPurpose Purpose => LinkPurpose.ResetPassword;

    public async Task HandleAsync(EmailAddress email, CancellationToken ct)
    {
        var normalized = accounts.Normalize(email.Value);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct) is { } user) await SendAsync(db, user, ct);
    }

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == link.SubjectId, ct) is { } user) await SendAsync(db, user, ct);
    }

    private async Task SendAsync(ConsoleDbContext db, ConsoleUser user, CancellationToken ct)
    {
        await post.ResetAsync(db, user, ct);
        await db.SaveChangesAsync(ct);
    }
}
