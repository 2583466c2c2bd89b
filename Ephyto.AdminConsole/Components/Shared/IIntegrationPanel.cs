namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// What a slice adds below the steps of an organization's way to live exchange. It registers one of these as a singleton; the page renders
/// the component with one parameter, <c>NppoId</c>, a <see cref="Guid"/>, on the page of the organization and on that of the hub. The
/// component loads with the reader's own rights, follows changes by itself, and renders nothing where there is nothing to say.
/// </summary>
internal interface IIntegrationPanel
{
    Type Component { get; }
}

/// <summary>The panels of every slice, in the order in which the slices are composed.</summary>
internal sealed class IntegrationPanels(IEnumerable<IIntegrationPanel> panels)
{
    public IReadOnlyList<IIntegrationPanel> All { get; } = [.. panels];
}
