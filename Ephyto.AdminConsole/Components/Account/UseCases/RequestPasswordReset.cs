using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>Sends a link that sets a new password. Whoever asks hears the same, whether there is such an account or not.</summary>
internal sealed class RequestPasswordReset(
    IDbContextFactory<ConsoleDbContext> contexts, AccountMaker accounts, AccountMailer mailer, EmailLimits limits) : ILinkRenewal
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public LinkPurpose Purpose => LinkPurpose.ResetPassword;

    /// <param name="email">As typed.</param>
    /// <param name="sender">As <see cref="RateLimits.Sender"/> gives it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task HandleAsync(EmailAddress email, string sender, CancellationToken ct)
    {
        var normalized = accounts.Normalize(email.Value);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct) is { } user)
            await SendAsync(db, user, sender, ct);
    }

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == link.SubjectId, ct) is { } user) await SendAsync(db, user, null, ct);
    }

    // A link that is not sent must not end the one that was: the owner may be about to open it.
    private async Task SendAsync(ConsoleDbContext db, ConsoleUser user, string? sender, CancellationToken ct)
    {
        if (!await limits.AllowAsync(EmailCause.PasswordReset, user.NormalizedEmail!, sender, ct)) return;
        await mailer.ResetAsync(db, user, ct);
        // Asked for twice at the same moment: one of them is enough.
        await db.TrySaveFirstAsync(ct);
    }
}
