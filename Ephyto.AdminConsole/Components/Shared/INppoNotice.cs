namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// What a slice has to say at the top of an organization's own page. It registers one of these as a singleton; the page
/// renders the component with one parameter, <c>NppoId</c>, a <see cref="Guid"/>. The component loads with the reader's own
/// rights, follows changes by itself, and renders nothing where there is nothing to say.
/// </summary>
internal interface INppoNotice
{
    Type Component { get; }
}

/// <summary>The notices of every slice, in the order in which the slices are composed.</summary>
internal sealed class NppoNotices(IEnumerable<INppoNotice> notices)
{
    public IReadOnlyList<INppoNotice> All { get; } = [.. notices];
}
