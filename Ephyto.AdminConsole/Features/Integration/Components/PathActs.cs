using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>What the pages on the way to live exchange show and do.</summary>
internal sealed class PathActs(ViewIntegration view, ReportStep report, AnswerStep answer, AdvanceExchange advance)
{
    public Task<Result<IntegrationView>> ViewAsync(Guid nppoId, Actor reader) => view.HandleAsync(nppoId, reader, CancellationToken.None);

    public Task<Result<Guid>> ReportAsync(Guid nppoId, SeenStep seen, string? evidence, Actor actor) =>
        report.HandleAsync(new(nppoId, seen, evidence), actor, CancellationToken.None);

    public Task<Result<Guid>> AnswerAsync(Guid nppoId, SeenStep seen, bool accept, string? words, Actor actor) =>
        answer.HandleAsync(new(nppoId, seen, accept, words), actor, CancellationToken.None);

    public Task<Result<Guid>> AdvanceAsync(Guid nppoId, NppoStatus seen, Actor actor) => advance.HandleAsync(nppoId, seen, actor, CancellationToken.None);
}
