using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations;

/// <summary>Accepting an invitation, to an organisation or to the hub: what its link opens, shows and does.</summary>
internal static class InvitationsModule
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddScoped<ViewInvitation>().AddScoped<ActivateAccount>().AddScoped<AcceptInvitation>()
        .AddScoped<ViewHubInvitation>().AddScoped<ActivateHubUser>().AddScoped<AcceptHubInvitation>();

    public static IEndpointRouteBuilder MapInvitations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLink(LinkPurpose.ActivateAccount, "account/activate", LanguageOfMemberAsync, nameOf: NameOfMemberAsync);
        endpoints.MapLink(LinkPurpose.ActivateHubUser, "account/hub-invitation", LanguageOfHubUserAsync, nameOf: NameOfHubUserAsync);
        return endpoints;
    }

    private static Task<string?> NameOfMemberAsync(IServiceProvider services, AccessLink link, CancellationToken ct) => ReadAsync(services, db => db.Set<Member>()
        .Where(m => m.Id == link.SubjectId).Join(db.Set<Nppo>(), m => m.NppoId, n => n.Id, (m, n) => m.Email + " · " + n.Organization.Name).SingleOrDefaultAsync(ct), ct);

    private static Task<string?> NameOfHubUserAsync(IServiceProvider services, AccessLink link, CancellationToken ct) =>
        ReadAsync(services, db => db.Set<HubUser>().Where(u => u.Id == link.SubjectId).Select(u => u.Email).SingleOrDefaultAsync(ct), ct);

    private static Task<string?> LanguageOfMemberAsync(IServiceProvider services, AccessLink link, CancellationToken ct) =>
        ReadAsync(services, db => db.Set<Member>().Where(m => m.Id == link.SubjectId).Select(m => m.Language).SingleOrDefaultAsync(ct), ct);

    private static Task<string?> LanguageOfHubUserAsync(IServiceProvider services, AccessLink link, CancellationToken ct) =>
        ReadAsync(services, db => db.Set<HubUser>().Where(u => u.Id == link.SubjectId).Select(u => u.Language).SingleOrDefaultAsync(ct), ct);

    private static async Task<string?> ReadAsync(IServiceProvider services, Func<ConsoleDbContext, Task<string?>> read, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return await read(db);
    }
}
