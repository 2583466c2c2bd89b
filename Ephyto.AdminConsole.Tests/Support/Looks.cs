using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>What somebody has before their eyes who looks now: acts say what they were decided on.</summary>
internal static class Looks
{
    public static async Task<SeenMember> LookAtMemberAsync(this ConsoleHost host, Guid member) =>
        new(member, await host.StoreAsync(db => db.Set<Member>().Where(m => m.Id == member).Select(m => m.Version).SingleOrDefaultAsync()));

    public static async Task<SeenHubUser> LookAtHubUserAsync(this ConsoleHost host, Guid user) =>
        new(user, await host.StoreAsync(db => db.Set<HubUser>().Where(u => u.Id == user).Select(u => u.Version).SingleOrDefaultAsync()));

    public static Task<Nppo> LookAtNppoAsync(this ConsoleHost host, Guid nppo) =>
        host.StoreAsync(db => db.Set<Nppo>().AsNoTracking().SingleAsync(n => n.Id == nppo));

    public static async Task<SeenStep> LookAtStepAsync(this ConsoleHost host, Guid nppo, IntegrationStep step, Actor reader) =>
        SeenStep.Of((await host.Get<ViewIntegration>().HandleAsync(nppo, reader, default)).Value.Progress.Steps
            .Single(one => one.Step == step));

    /// <returns>The recovery of the organization under way; an empty id where there is none.</returns>
    public static Task<Guid> LookAtRecoveryAsync(this ConsoleHost host, Guid nppo) => host.StoreAsync(db => db.Set<Registration>()
        .Where(r => r.Kind == RegistrationKind.Recovery
            && db.Set<Nppo>().Any(n => n.Id == nppo && n.CurrentCountryCode == r.OpenCountryCode))
        .Select(r => r.Id).SingleOrDefaultAsync());
}
