namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// What a slice has to say at the top of an organisation's own page. It registers one of these as a singleton; the page
/// renders the component with one parameter, <c>NppoId</c>, a <see cref="Guid"/>. The component loads with the reader's own
/// rights, follows changes by itself, and renders nothing where there is nothing to say.
/// </summary>
internal interface INppoNotice
{
    Type Component { get; }
}
