using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.Domain.Access;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static UseCaseAccess[] OnTheDesk =>
    [
        OnHub<ExportRegistrations>(Permission.RegistrationsView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, false, 1)), actor, Never)).Error),
        OnHub<ExportNppos>(Permission.NpposView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, 1)), actor, Never)).Error),
        OnHub<FetchEvidence>(Permission.RegistrationsView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.EscalatedId, Guid.NewGuid()), actor, Never)).Error),
        OnHub<WriteNote>(Permission.RegistrationsDecide,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.EscalatedId, " "), actor, Never)).Error),
        OnHub<ViewNppoDossier>(Permission.NpposView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnHub<CloseNppo>(Permission.NpposManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, 0, " "), actor, Never)).Error),
    ];
}
