using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <param name="Result">The mail to look at now, or the refusal.</param>
/// <param name="Done">What to say where it went well.</param>
public sealed record MailOutcome(Result<Guid> Result, string Done);
