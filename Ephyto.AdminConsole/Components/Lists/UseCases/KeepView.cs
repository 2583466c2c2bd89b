using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Lists.UseCases;

/// <param name="Query">What the address asks for, without the question mark.</param>
internal sealed record KeepViewRequest(string List, string? Name, string Query);

/// <summary>Keeps what the list shows now under a name; the same name again takes the new address.</summary>
internal sealed class KeepView(SavedViewAct own)
{
    public Task<Result> HandleAsync(KeepViewRequest request, Actor actor, CancellationToken ct) =>
        own.ActAsync(request.List, actor, views => views.Keep(request.Name, request.Query), ct);
}
