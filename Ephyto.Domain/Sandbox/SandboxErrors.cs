using Ephyto.Domain.Common;

namespace Ephyto.Domain.Sandbox;

public static class SandboxErrors
{
    public static readonly DomainError Off = new("sandbox.off", "This console has no sandbox.");

    public static readonly DomainError TooOften = new("sandbox.too-often", "Wait a minute before you ask for another sample.");
}
