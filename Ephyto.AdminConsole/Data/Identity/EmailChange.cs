namespace Ephyto.AdminConsole.Data.Identity;

/// <summary>The wish to use another address. It comes true once the holders of both mailboxes have said yes.</summary>
public sealed class EmailChange
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid UserId { get; set; }

    public string NewEmail { get; set; } = "";

    public DateTime AskedAt { get; set; }

    public DateTime? OldConfirmedAt { get; set; }

    public DateTime? NewConfirmedAt { get; set; }

    public DateTime? DoneAt { get; set; }
}
