using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations;

/// <summary>What an invitation leads into: an organization, or the hub. The way there is one.</summary>
internal abstract class InvitationKind
{
    public static readonly InvitationKind[] All = [new IntoOrganization(), new IntoHub()];

    public abstract LinkPurpose Purpose { get; }

    /// <summary>Where the link leads; also the name of the page's form.</summary>
    public abstract string Path { get; }

    /// <summary>Where the person goes who has accepted.</summary>
    public abstract string FirstPage { get; }

    public static InvitationKind? Of(LinkPurpose purpose) => All.SingleOrDefault(kind => kind.Purpose == purpose);

    /// <returns>Whom it invites and to what; null where it is not there any more.</returns>
    public abstract Task<Invitation?> FindAsync(ConsoleDbContext db, Guid subjectId, CancellationToken ct);

    /// <summary>The role becomes the account's; nothing is saved yet.</summary>
    /// <param name="person">As typed; what an organization knows besides stays.</param>
    public abstract Task<Result> AcceptAsync(ConsoleDbContext db, Guid subjectId, ConsoleUser account, PersonDetails person, DateTime now,
        CancellationToken ct);

    /// <summary>Writes to the same person once more; nothing is saved yet.</summary>
    /// <param name="latest">Whoever was written to after that is left in peace.</param>
    /// <returns>False where the invitation does not stand any more, or it is too soon.</returns>
    public abstract Task<bool> RenewAsync(ConsoleDbContext db, Guid subjectId, DateTime latest, DateTime now, CancellationToken ct);

    private sealed class IntoOrganization : InvitationKind
    {
        public override LinkPurpose Purpose => LinkPurpose.ActivateAccount;

        public override string Path => "account/activate";

        public override string FirstPage => "nppo";

        public override async Task<Invitation?> FindAsync(ConsoleDbContext db, Guid subjectId, CancellationToken ct)
        {
            if (await db.Set<Member>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == subjectId, ct) is not { } member) return null;
            var nppo = await db.Set<Nppo>().AsNoTracking().SingleAsync(n => n.Id == member.NppoId, ct);
            return new(member.Email, member.Language, member.Role, member.InvitedBy, member.Person,
                new(nppo.Organization.Name, nppo.CountryCode, member.IsInitialAdministrator, nppo.Status == NppoStatus.Closed));
        }

        public override async Task<Result> AcceptAsync(
            ConsoleDbContext db, Guid subjectId, ConsoleUser account, PersonDetails person, DateTime now, CancellationToken ct)
        {
            var member = await db.Set<Member>().SingleAsync(m => m.Id == subjectId, ct);
            return await db.IsClosedAsync(member.NppoId, ct) ? MemberErrors.OrganizationClosed : member.Activate(account.Id, person, now);
        }

        public override async Task<bool> RenewAsync(ConsoleDbContext db, Guid subjectId, DateTime latest, DateTime now,
            CancellationToken ct) =>
            await db.Set<Member>().FindAsync([subjectId], ct) is { } member && member.StatusSince <= latest
                && !await db.IsClosedAsync(member.NppoId, ct) && member.RenewInvitation(now).IsSuccess;
    }

    private sealed class IntoHub : InvitationKind
    {
        public override LinkPurpose Purpose => LinkPurpose.ActivateHubUser;

        public override string Path => "account/hub-invitation";

        public override string FirstPage => "hub";

        public override async Task<Invitation?> FindAsync(ConsoleDbContext db, Guid subjectId, CancellationToken ct) =>
            await db.Set<HubUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == subjectId, ct) is { } user
                ? new(user.Email, user.Language, user.Role, user.InvitedBy, PersonDetails.Unknown, null) : null;

        public override async Task<Result> AcceptAsync(
            ConsoleDbContext db, Guid subjectId, ConsoleUser account, PersonDetails person, DateTime now, CancellationToken ct) =>
            (await db.Set<HubUser>().SingleAsync(u => u.Id == subjectId, ct)).Accept(account.Id, account.DisplayName, now);

        public override async Task<bool> RenewAsync(ConsoleDbContext db, Guid subjectId, DateTime latest, DateTime now,
            CancellationToken ct) =>
            await db.Set<HubUser>().FindAsync([subjectId], ct) is { } user && user.StatusSince <= latest
                && user.ResendInvitation(Actor.Invitee(user.Id), now).IsSuccess;
    }
}

/// <param name="Email">Whom it invites.</param>
/// <param name="Language">In which they were written to: two letters.</param>
/// <param name="Role">Of an organization, or of the hub.</param>
/// <param name="InvitedBy">The account of who invited; null where nobody did.</param>
/// <param name="Person">What is known of them already.</param>
/// <param name="Organization">Null for the hub.</param>
public sealed record Invitation(
    string Email, string Language, Enum Role, Guid? InvitedBy, PersonDetails Person, InvitingOrganization? Organization);

/// <param name="IsForInitialAdministrator">Who registered it, and whom nobody invited.</param>
/// <param name="IsClosed">Nobody enters it any more, whatever link is still open.</param>
public sealed record InvitingOrganization(string Name, string CountryCode, bool IsForInitialAdministrator, bool IsClosed);
