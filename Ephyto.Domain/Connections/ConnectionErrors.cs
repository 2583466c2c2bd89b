using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

public static class ConnectionErrors
{
    public static readonly DomainError NothingAllowed = new("connection.nothing-allowed",
        "Choose at least one kind of document to exchange.");

    public static readonly DomainError EndpointNeeded =
        new("connection.endpoint-needed", "Enter the public https address that the Hub calls, such as https://ephyto.example.org/hub.");

    public static readonly DomainError PortNotAllowed = new("connection.port-not-allowed",
        "The port of the address belongs to another kind of service and is not called. Use 443, or one from 1024 on.");

    public static readonly DomainError ChannelNeeded = new("connection.channel-needed", "Each rule names a channel.");

    public static readonly DomainError ChannelUnknown =
        new("connection.channel-unknown", "A rule names a channel that the Hub does not offer. Choose one of the list.");

    public static readonly DomainError PartnerUnknown =
        new("connection.partner-unknown",
            "A rule names a country or connection that there is not. Enter the code of a country, such as LK, or of a connection, such as "
                + "LK2.");

    public static readonly DomainError TooMany = new("connection.too-many", "An organization has nine connections at most.");

    public static readonly DomainError TooManyRules = new("connection.too-many-rules", "A connection has fifty rules at most.");
}
