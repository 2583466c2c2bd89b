using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Lists.UseCases;

internal sealed record RemoveViewRequest(string List, Guid Id);

internal sealed class RemoveView(SavedViewAct own)
{
    public Task<Result> HandleAsync(RemoveViewRequest request, Actor actor, CancellationToken ct) =>
        own.ActAsync(request.List, actor, views =>
        {
            views.Remove(request.Id);
            return Result.Success();
        }, ct);
}
