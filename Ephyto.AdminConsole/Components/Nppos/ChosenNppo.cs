namespace Ephyto.AdminConsole.Components.Nppos;

/// <summary>The organization that a person with several works for at the moment, for as long as the window is open.</summary>
internal sealed class ChosenNppo
{
    public Guid? NppoId { get; set; }
}
