using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Lists.UseCases;

internal sealed record RenameViewRequest(string List, Guid Id, string? Name);

internal sealed class RenameView(SavedViewAct own)
{
    public Task<Result> HandleAsync(RenameViewRequest request, Actor actor, CancellationToken ct) =>
        own.ActAsync(request.List, actor, views => views.Rename(request.Id, request.Name), ct);
}
