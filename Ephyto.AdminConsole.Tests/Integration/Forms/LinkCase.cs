using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>Something to which a message with a link was sent.</summary>
/// <param name="Link">The address in the message.</param>
/// <param name="Shown">What the page of this link shows, and that of another one does not.</param>
/// <param name="Email">Whoever reads the message.</param>
/// <param name="About">What the link is about, in whatever form the store knows it.</param>
internal sealed record LinkSubject(string Link, string Shown, string Email, params Guid[] About)
{
    /// <summary>All that the store holds of it, as a text to compare.</summary>
    public async Task<string> StateAsync(ConsoleHost host)
    {
        await host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        return await host.StoreAsync(async db => string.Join('\n', new[]
        {
            await db.Set<AccessLink>().AsNoTracking().Where(link => About.Contains(link.SubjectId)).OrderBy(link => link.Id)
                .Select(link => $"link {link.Purpose} {link.UsedAt} {link.RevokedAt}").ToListAsync(),
            await db.Set<OutgoingEmail>().AsNoTracking().Where(email => About.Contains(email.SubjectId) || email.To == Email)
                .OrderBy(email => email.Id)
                .Select(email => $"mail {email.Kind} {email.State}").ToListAsync(),
            await db.Set<Registration>().AsNoTracking().Where(r => About.Contains(r.Id))
                .Select(r => $"registration {r.Status} {r.Version}").ToListAsync(),
            await db.Set<Member>().AsNoTracking().Where(m => About.Contains(m.Id)).Select(m => $"member {m.Status}").ToListAsync(),
            await db.Set<HubUser>().AsNoTracking().Where(u => About.Contains(u.Id))
                .Select(u => $"person of the hub {u.Status}").ToListAsync(),
            await db.Users.AsNoTracking().Where(u => About.Contains(u.Id) || u.Email == Email)
                .Select(u => $"account {u.PasswordHash}").ToListAsync(),
            await db.Set<EmailChange>().AsNoTracking().Where(c => About.Contains(c.Id))
                .Select(c => $"address {c.OldConfirmedAt} {c.NewConfirmedAt}").ToListAsync(),
            await db.Set<ParticipationLetter>().AsNoTracking().Where(l => About.Contains(l.NppoId)).OrderBy(l => l.Id)
                .Select(l => $"letter {l.Status}").ToListAsync(),
            await db.Set<ServedCountry>().AsNoTracking().Where(s => About.Contains(s.Id)).Select(s => $"serving {s.State}").ToListAsync(),
        }.SelectMany(lines => lines)));
    }
}

/// <summary>One act on the page of a link, and what it takes to do it.</summary>
/// <param name="Purpose">The kind of the link.</param>
/// <param name="Act">Where it posts to, as <see cref="Tab.Acts"/> names it; after a space what is special about this case.</param>
/// <param name="GivenAsync">Two subjects, each with a message of its own.</param>
/// <param name="Form">Words of the form.</param>
/// <param name="Typed">What is typed into it.</param>
/// <param name="Step">What its button leads to before: more of the page's query.</param>
/// <param name="Becomes">What the state of the subject holds afterwards, and did not before; null: it is another state.</param>
/// <param name="SignsIn">Whether the reader is signed in as the subject while the page is open.</param>
internal sealed record LinkCase(
    LinkPurpose Purpose, string Act, Func<ConsoleHost, Task<LinkSubject[]>> GivenAsync, string Form, (string Name, string Value)[] Typed,
    string Step = "", string? Becomes = null, bool SignsIn = false)
{
    public string Name => $"{Purpose}: {Act}";

    public static IReadOnlyList<LinkCase> All { get; } = [.. LinkCases.OfRegistrations(), .. LinkCases.OfAccounts(),
        .. LinkCases.OfLetters(), .. LinkCases.OfServing(), .. LinkCases.OfEndedLinks()];
}
