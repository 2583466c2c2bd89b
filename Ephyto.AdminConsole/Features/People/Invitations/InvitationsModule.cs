using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Features.People.Members;
using Ephyto.AdminConsole.Features.People.Staff;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Invitations;

/// <summary>Accepting an invitation, to an organization or to the hub: what its link opens, shows and does.</summary>
internal static class InvitationsModule
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddRenewal<MembersOptions>(LinkPurpose.ActivateAccount, options => options.ResendPauseMinutes)
        .AddRenewal<HubUsersOptions>(LinkPurpose.ActivateHubUser, options => options.ResendPauseMinutes);

    public static IEndpointRouteBuilder MapInvitations(this IEndpointRouteBuilder endpoints)
    {
        foreach (var kind in InvitationKind.All)
        {
            endpoints.MapLink(
                kind.Purpose, kind.Path,
                async (services, link, ct) => (await FindAsync(services, kind, link.SubjectId, ct))?.Language,
                nameOf: async (services, link, ct) => await FindAsync(services, kind, link.SubjectId, ct) is { } invitation
                    ? NameOf(invitation) : null);
        }

        return endpoints;
    }

    private static IServiceCollection AddRenewal<TOptions>(this IServiceCollection services, LinkPurpose purpose,
        Func<TOptions, int> pauseMinutes)
        where TOptions : class => services.AddSingleton<ILinkRenewal>(sp => new InvitationRenewal(
            InvitationKind.Of(purpose)!, TimeSpan.FromMinutes(pauseMinutes(sp.GetRequiredService<IOptions<TOptions>>().Value)),
            sp.GetRequiredService<IDbContextFactory<ConsoleDbContext>>(), sp.GetRequiredService<TimeProvider>()));

    // What tells it from others in the same browser.
    private static string NameOf(Invitation invitation) =>
        invitation.Organization is { } organization ? $"{invitation.Email} · {organization.Name}" : invitation.Email;

    private static async Task<Invitation?> FindAsync(IServiceProvider services, InvitationKind kind, Guid subjectId, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return await kind.FindAsync(db, subjectId, ct);
    }
}
