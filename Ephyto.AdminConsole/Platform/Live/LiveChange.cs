namespace Ephyto.AdminConsole.Platform.Live;

/// <summary>Something changed and is committed. It names the thing only: readers query again, with their own rights.</summary>
/// <param name="Kind">One of <see cref="Ephyto.Domain.Common.SubjectKinds"/>.</param>
internal readonly record struct LiveChange(string Kind, Guid Id);

/// <summary>What a page listens to: one thing, or with an empty id everything of a kind.</summary>
public readonly record struct LiveTopic(string Kind, Guid Id)
{
    public static LiveTopic All(string kind) => new(kind, Guid.Empty);

    internal bool Covers(LiveChange change) => change.Kind == Kind && (Id == Guid.Empty || Id == change.Id);
}
