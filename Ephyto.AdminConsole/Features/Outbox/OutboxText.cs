namespace Ephyto.AdminConsole.Features.Outbox;

/// <summary>The words of the outbox.</summary>
internal sealed class OutboxText;
