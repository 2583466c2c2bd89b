using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

public static class ConnectionErrors
{
    public static readonly DomainError NothingAllowed = new("connection.nothing-allowed",
        "Choose at least one kind of document to exchange.");

    public static readonly DomainError EndpointNeeded =
        new("connection.endpoint-needed", "Enter the public https address that the Hub calls, such as https://ephyto.example.org/hub.");

    public static readonly DomainError EndpointUnreadable = new("connection.endpoint-unreadable",
        "This is not a whole address. Write it from https:// on and without spaces, such as https://ephyto.example.org/hub.");

    public static readonly DomainError EndpointNotHttps = new("connection.endpoint-not-https",
        "The Hub calls https addresses only. Let your server answer by https, and begin the address with https://.");

    public static readonly DomainError EndpointNamesUser = new("connection.endpoint-names-user",
        "There is a user name in the address. Take away what stands before the @: the Hub shows a certificate, and never a password.");

    public static readonly DomainError EndpointNumber = new("connection.endpoint-number",
        "The address has a number (IP address) for the server. Write the name of the server, such as ephyto.example.org: its certificate "
            + "is for that name.");

    public static readonly DomainError EndpointNotPublic = new("connection.endpoint-not-public",
        "Only your own machine or network knows this address; the Hub stands outside. Write a name that is known everywhere on the "
            + "internet, such as ephyto.example.org.");

    public static readonly DomainError EndpointTooLong = new("connection.endpoint-too-long",
        "The address is too long. Use one of 500 characters at most.");

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

    /// <summary>What can be wrong with the address that the Hub calls.</summary>
    public static IReadOnlyList<DomainError> OfEndpoint { get; } = [EndpointNeeded, EndpointUnreadable, EndpointNotHttps,
        EndpointNamesUser, EndpointNumber, EndpointNotPublic, EndpointTooLong, PortNotAllowed];

    /// <summary>What can be wrong with the rules.</summary>
    public static IReadOnlyList<DomainError> OfRules { get; } = [ChannelNeeded, ChannelUnknown, PartnerUnknown, TooManyRules];
}
