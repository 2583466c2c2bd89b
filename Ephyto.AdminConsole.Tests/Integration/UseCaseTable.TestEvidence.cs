using Ephyto.AdminConsole.Features.TestEvidence.UseCases;
using Ephyto.Domain.Access;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static UseCaseAccess[] OnTestEvidence =>
    [
        OnNppo<ViewEvidence>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppoOrHub<FetchTestEvidence>(Permission.EvidenceCarry, Permission.NpposView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppoOrHub<TakeInEvidence>(Permission.EvidenceCarry, Permission.NpposManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, []), actor, Never)).Error),
    ];
}
