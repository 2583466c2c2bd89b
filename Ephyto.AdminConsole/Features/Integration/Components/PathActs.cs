using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>What the pages on the way to live exchange show and do.</summary>
internal sealed class PathActs(ViewIntegration view, ReportStep report, AnswerStep answer, AdvanceExchange advance)
{
    public Task<Result<IntegrationView>> ViewAsync(Guid nppoId, Actor reader) => view.HandleAsync(nppoId, reader, CancellationToken.None);

    public Task<Result<Guid>> ReportAsync(Guid nppoId, IntegrationStep step, string? evidence, Actor actor) =>
        report.HandleAsync(new(nppoId, step, evidence), actor, CancellationToken.None);

    public Task<Result<Guid>> AnswerAsync(Guid nppoId, IntegrationStep step, bool accept, string? words, Actor actor) =>
        answer.HandleAsync(new(nppoId, step, accept, words), actor, CancellationToken.None);

    public Task<Result<Guid>> AdvanceAsync(Guid nppoId, Actor actor) => advance.HandleAsync(nppoId, actor, CancellationToken.None);
}
