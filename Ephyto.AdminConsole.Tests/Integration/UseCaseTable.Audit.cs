using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.Domain.Access;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static UseCaseAccess[] OnAudit =>
    [
        OnNppo<ListHistory>(Permission.HistoryView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, new()), actor, Never)).Error),
        OnNppo<ExportHistory>(Permission.HistoryView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, new(), actor, Never)).Error),
        OnHub<ListAudit>(Permission.AuditView, async (handler, _, actor) => (await handler.HandleAsync(new(new()), actor, Never)).Error),
        OnHub<ViewAuditEntry>(Permission.AuditView, async (handler, _, actor) => (await handler.HandleAsync(1, actor, Never)).Error),
        OnHub<FindPeople>(Permission.AuditView, async (handler, _, actor) => (await handler.HandleAsync("a", actor, Never)).Error),
        OnHub<ExportAudit>(Permission.AuditView, async (handler, _, actor) => (await handler.HandleAsync(new(new()), actor, Never)).Error),
        OnHub<ExportAuditHead>(Permission.AuditView, async (handler, _, actor) => (await handler.HandleAsync(actor, Never)).Error),
        OnHub<VerifyAudit>(Permission.AuditView, async (handler, _, actor) => (await handler.HandleAsync(new(), actor, Never)).Error),
    ];
}
