using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Lists.UseCases;

/// <param name="Id">Null: the list opens with none of its views.</param>
internal sealed record OpenViewFirstRequest(string List, Guid? Id);

internal sealed class OpenViewFirst(SavedViewAct own)
{
    public Task<Result> HandleAsync(OpenViewFirstRequest request, Actor actor, CancellationToken ct) =>
        own.ActAsync(request.List, actor, views => views.OpenFirst(request.Id), ct);
}
