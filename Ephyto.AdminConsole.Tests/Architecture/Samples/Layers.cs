// Offending code the rules must find: a data type that uses a feature, and a slice that uses its neighbour.
#pragma warning disable IDE0130, IDE0161, CA1822

namespace Ephyto.AdminConsole.Tests.Architecture.Samples.Features.Left
{
    internal sealed class Own;
}

namespace Ephyto.AdminConsole.Tests.Architecture.Samples.Features.Right
{
    internal sealed class Neighbour
    {
        public string Name => nameof(Neighbour) + new Left.Own();
    }
}

namespace Ephyto.AdminConsole.Tests.Architecture.Samples.Data
{
    internal sealed class Upward
    {
        public Features.Left.Own? Found { get; init; }
    }
}
