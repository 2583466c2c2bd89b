using Ephyto.Domain.Connections;

namespace Ephyto.Domain.Serving;

/// <summary>How it stands between a connection and a country that it serves.</summary>
public enum ServingState
{
    /// <summary>The contact point of the country has not answered yet.</summary>
    Asked,

    Confirmed,

    /// <summary>Notice is given: the connection serves the country until the day before the one named.</summary>
    Ending,

    Declined,

    /// <summary>Taken back before the contact point answered.</summary>
    Withdrawn,

    Ended,
}

/// <summary>Who ends it.</summary>
public enum ServingSide
{
    ServingOrganization,
    ServedCountry,
    Hub,
}

/// <summary>The connection that is to serve.</summary>
/// <param name="NppoId">Whose it is.</param>
/// <param name="CountryCode">Of that organization.</param>
/// <param name="Connection">Which of its connections.</param>
/// <param name="IsSet">Whether something is exchanged by it in this environment.</param>
public sealed record ServingConnection(Guid NppoId, string CountryCode, ConnectionRef Connection, bool IsSet);

/// <summary>What a connection does for a country that it serves.</summary>
public sealed record ServedExchange(bool Sends, bool Receives)
{
    public static ServedExchange Of(ConnectionSettings settings) => new(settings.Send, settings.Receive);
}
