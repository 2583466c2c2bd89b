using Ephyto.Domain.Common;

namespace Ephyto.Domain.Sandbox;

public static class ConnectionTestErrors
{
    public static readonly DomainError NothingToCall = new("connection-test.nothing-to-call",
        "This connection fetches its ePhytos: there is no address that could be called.");

    public static readonly DomainError TooManyTests = new("connection-test.too-many-tests",
        "Your organization has made as many connection tests in the last hour as it may. One more is possible every few minutes.");

    public static readonly DomainError Running = new("connection-test.running",
        "A connection test of your organization is still running. It ends soon: test again then.");
}
