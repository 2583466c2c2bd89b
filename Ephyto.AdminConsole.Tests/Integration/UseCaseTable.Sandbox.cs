using Ephyto.AdminConsole.Features.Sandbox.FirstCall.UseCases;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Features.Sandbox.UseCases;
using Ephyto.Domain.Access;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static UseCaseAccess[] OnSandbox =>
    [
        OnNppo<AskForSample>(Permission.IntegrationEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, "CI"), actor, Never)).Error),
        OnNppo<ListCalls>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, null, null, null, null, 1), actor, Never)).Error),
        OnHub<ExportCalls>(Permission.NpposView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, null, null, null, 1)), actor, Never)).Error),
        OnNppo<ViewCall>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<FetchMessage>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), false), actor, Never)).Error),
        OnNppo<ListEnvelopes>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, null, null, 1), actor, Never)).Error),
        OnHub<ExportEnvelopes>(Permission.NpposView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, null, 1)), actor, Never)).Error),
        OnNppo<ViewFirstCall>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
    ];
}
