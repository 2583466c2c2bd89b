using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.ContactPoints;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static readonly DirectoryCsv NothingToImport = DirectoryCsv.Unreadable(new(CsvFaultKind.Empty));

    private static UseCaseAccess[] OnDirectory =>
    [
        OnHub<ExportContactPoints>(Permission.ContactPointsView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, false, 1), true), actor, Never)).Error),
        OnHub<ViewImport>(Permission.ContactPointsEdit, async (handler, _, actor) => (await handler.HandleAsync(actor, Never)).Error),
        OnHub<PreviewImport>(Permission.ContactPointsEdit,
            async (handler, _, actor) => (await handler.HandleAsync(new(NothingToImport, UnnamedCountries.Keep), actor, Never)).Error),
        OnHub<ApplyImport>(Permission.ContactPointsEdit,
            async (handler, _, actor) =>
                (await handler.HandleAsync(new(NothingToImport, UnnamedCountries.Keep, new Dictionary<string, Guid?>()),
                    actor, Never)).Error),
    ];
}
