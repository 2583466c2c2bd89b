using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <param name="Result">The e-mail to look at now, or the refusal.</param>
/// <param name="Done">What to say where it went well.</param>
public sealed record EmailOutcome(Result<Guid> Result, string Done);
