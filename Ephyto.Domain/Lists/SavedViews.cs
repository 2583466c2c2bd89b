using Ephyto.Domain.Common;

namespace Ephyto.Domain.Lists;

/// <summary>A filter, an order and a choice of columns that a person wants again, by a name of their own.</summary>
/// <param name="Query">As the address of the list holds it, without a question mark.</param>
/// <param name="OpensFirst">The list opens with it where its address asks for nothing.</param>
public sealed record SavedView(Guid Id, string Name, string Query, bool OpensFirst);

/// <summary>The views that one person keeps of one list. They say nothing to anybody else, so nothing is told of them.</summary>
public sealed class SavedViews : AggregateRoot
{
    public const int Most = 20;
    public const int MaximumName = 60;
    public const int MaximumQuery = 1000;
    public const int MaximumList = 40;

    private SavedViews()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>Which list, such as <c>registrations</c>.</summary>
    public string List { get; private set; } = "";

    /// <summary>In the order in which they were kept.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public static SavedViews Begin(Guid userId, string list) => new() { Id = Guid.CreateVersion7(), UserId = userId, List = list };

    /// <summary>A view of that name takes the new address: so a view is changed.</summary>
    public Result Keep(string? wanted, string query)
    {
        if (FreeText.Line(wanted, MaximumName) is not { } name) return SavedViewErrors.NameMissing;
        if (FreeText.IsTooLong(wanted, MaximumName)) return SavedViewErrors.NameTooLong;
        if (query.Length > MaximumQuery) return SavedViewErrors.TooMuchAsked;
        if (Named(name) is { } same)
        {
            Replace(same, same with { Query = query });
            return Result.Success();
        }

        if (Views.Count >= Most) return SavedViewErrors.TooMany;
        Views = [.. Views, new SavedView(Guid.CreateVersion7(), name, query, false)];
        return Result.Success();
    }

    public Result Rename(Guid id, string? wanted)
    {
        if (FreeText.Line(wanted, MaximumName) is not { } name) return SavedViewErrors.NameMissing;
        if (FreeText.IsTooLong(wanted, MaximumName)) return SavedViewErrors.NameTooLong;
        if (Find(id) is not { } view) return SavedViewErrors.Gone;
        if (Named(name) is { } other && other.Id != id) return SavedViewErrors.NameTaken;
        Replace(view, view with { Name = name });
        return Result.Success();
    }

    /// <summary>Removing what is gone changes nothing.</summary>
    public void Remove(Guid id) => Views = [.. Views.Where(view => view.Id != id)];

    /// <summary>One view at most opens first.</summary>
    /// <param name="id">Null: none does.</param>
    public Result OpenFirst(Guid? id)
    {
        if (id is { } wanted && Find(wanted) is null) return SavedViewErrors.Gone;
        Views = [.. Views.Select(view => view with { OpensFirst = view.Id == id })];
        return Result.Success();
    }

    private SavedView? Find(Guid id) => Views.FirstOrDefault(view => view.Id == id);

    private SavedView? Named(string name) =>
        Views.FirstOrDefault(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));

    private void Replace(SavedView old, SavedView changed) => Views = [.. Views.Select(view => view == old ? changed : view)];
}

public static class SavedViewErrors
{
    public static readonly DomainError NameMissing = new("view.name-missing", "Give the view a name.");

    public static readonly DomainError NameTooLong = new("view.name-too-long", "The name is too long.");

    public static readonly DomainError NameTaken = new("view.name-taken", "Another view has this name.");

    public static readonly DomainError TooMany = new("view.too-many",
        "Twenty views are kept of this list. Delete one before you keep another.");

    public static readonly DomainError TooMuchAsked = new("view.too-much-asked", "The list asks for too much at once to be kept.");

    public static readonly DomainError Gone = new("view.gone", "This view is not there any more.");
}
