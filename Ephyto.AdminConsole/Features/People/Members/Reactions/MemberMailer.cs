using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>What the reactions of this slice share: finding what an event is about, and e-mails with an activation link.</summary>
internal sealed class MemberMailer(LinkIssuer issuer, EmailWriter writer, CountryCatalogue countries)
{
    public static async Task<(Member Member, Nppo Nppo)> LoadAsync(ConsoleDbContext db, MemberEvent happened, CancellationToken ct) =>
        (await db.Set<Member>().FindAsync([happened.MemberId], ct)
            ?? throw new InvalidOperationException("An event names a member that is not there."),
         await db.Set<Nppo>().FindAsync([happened.NppoId], ct)
             ?? throw new InvalidOperationException("A member belongs to an NPPO that is not there."));

    /// <summary>Where a member reads e-mails, and in which language: the account's, as far as there is one.</summary>
    public static async Task<(string Email, string Language)> ReaderAsync(ConsoleDbContext db, Member member, CancellationToken ct)
    {
        var account = await db.Users.Where(u => u.Id == member.UserId).Select(u => new { u.Email, u.Language }).SingleOrDefaultAsync(ct);
        return account?.Email is { } email ? (email, account.Language) : (member.Email, member.Language);
    }

    /// <summary>The active administrators of an organization, but for one member.</summary>
    public static async Task<List<(string Email, string Language)>> AdministratorsAsync(ConsoleDbContext db, Guid nppoId, Guid? butFor,
        CancellationToken ct)
    {
        var accounts = await db.AccountsOfAdministrators(nppoId, butFor).Select(u => new { u.Email, u.Language }).ToListAsync(ct);
        return [.. accounts.Select(account => (account.Email!, account.Language))];
    }

    /// <summary>Composes in the reader's language; <c>country</c> is the country's name in it.</summary>
    public async Task SendAsync(
        ConsoleDbContext db, EmailKind kind, Member about, string to, string language, string? protectedSecret,
        Func<EmailContent> build, CancellationToken ct)
    {
        var address = EmailAddress.TryParse(to) ?? throw new InvalidOperationException("A member has no valid address.");
        await writer.WriteAsync(db, kind, RefOf(about), address, language, protectedSecret, build, ct);
    }

    /// <summary>A new link for the invited person. E-mails with the one before are not sent any more, and it ceases to work.</summary>
    public async Task<IssuedLink> IssueAsync(ConsoleDbContext db, EmailKind kind, Member member, TimeSpan lifetime, CancellationToken ct)
    {
        await writer.CancelAsync(db, kind, RefOf(member), ct);
        return await issuer.ReplaceAsync(db, LinkPurpose.ActivateAccount, member.Id, member.Id, lifetime, ct);
    }

    public async Task TakeBackAsync(ConsoleDbContext db, Member member, CancellationToken ct, params EmailKind[] kinds)
    {
        foreach (var kind in kinds) await writer.CancelAsync(db, kind, RefOf(member), ct);
        await issuer.RevokeAsync(db, LinkPurpose.ActivateAccount, member.Id, ct);
    }

    public string CountryOf(Nppo nppo) => countries.NameOf(nppo.CountryCode);

    private static SubjectRef RefOf(Member member) => new(SubjectKinds.Member, member.Id);
}
