using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations;

/// <summary>Accepting an invitation, to an organisation or to the hub: what its link opens, shows and does.</summary>
internal static class InvitationsModule
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) =>
        services.AddScoped<ViewInvitation>().AddScoped<ActivateAccount>().AddScoped<AcceptInvitation>();

    public static IEndpointRouteBuilder MapInvitations(this IEndpointRouteBuilder endpoints)
    {
        foreach (var kind in InvitationKind.All)
        {
            endpoints.MapLink(
                kind.Purpose, kind.Path,
                async (services, link, ct) => (await FindAsync(services, kind, link.SubjectId, ct))?.Language,
                nameOf: async (services, link, ct) => await FindAsync(services, kind, link.SubjectId, ct) is { } invitation ? NameOf(invitation) : null);
        }

        return endpoints;
    }

    // What tells it from others in the same browser.
    private static string NameOf(Invitation invitation) =>
        invitation.Organization is { } organization ? $"{invitation.Email} · {organization.Name}" : invitation.Email;

    private static async Task<Invitation?> FindAsync(IServiceProvider services, InvitationKind kind, Guid subjectId, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return await kind.FindAsync(db, subjectId, ct);
    }
}
