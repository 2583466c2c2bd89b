namespace Ephyto.AdminConsole.Features.Outbox;

/// <summary>The texts of the outbox.</summary>
internal sealed class OutboxText;
