using Ephyto.Domain.Common;

namespace Ephyto.Domain.Sandbox;

public static class ConnectionTestErrors
{
    public static readonly DomainError NothingToCall = new("connection-test.nothing-to-call",
        "This connection fetches its ePhytos: there is no address that could be called.");

    public static readonly DomainError TooManyTests = new("connection-test.too-many-tests",
        "Your organization has a connection test running, or has made many in the last hour. Try again later.");
}
