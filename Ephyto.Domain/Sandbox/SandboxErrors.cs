using Ephyto.Domain.Common;

namespace Ephyto.Domain.Sandbox;

public static class SandboxErrors
{
    public static readonly DomainError DoesNotReceive =
        new("sandbox.does-not-receive", "The connection does not receive: change its settings first.");

    public static readonly DomainError Full =
        new("sandbox.full", "The organization has as many envelopes in the sandbox as it may: wait until old ones are forgotten.");
}
