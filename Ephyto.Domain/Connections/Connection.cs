using System.Globalization;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

/// <summary>One connection of an organization to the Hub, under a routing code of its own.</summary>
public sealed class Connection : AggregateRoot
{
    public const int Most = 9;
    public const int MostRules = 50;

    private Connection()
    {
    }

    public Guid NppoId { get; private set; }

    /// <summary>
    /// The country's code for the first connection, with a number for others: <c>LK</c>, <c>LK2</c>. Unique in the store.
    /// </summary>
    public string Code { get; private set; } = "";

    public ConnectionSettings Settings { get; private set; } = ConnectionSettings.Nothing;

    public DateTime ChangedAt { get; private set; }

    /// <summary>The account that changed it last.</summary>
    public Guid ChangedBy { get; private set; }

    /// <param name="nppoId">Whose.</param>
    /// <param name="countryCode">ISO 3166, two letters.</param>
    /// <param name="existing">How many connections the organization has.</param>
    /// <param name="settings">As typed.</param>
    /// <param name="by">The account.</param>
    /// <param name="now">UTC.</param>
    public static Result<Connection> Add(Guid nppoId, string countryCode, int existing, ConnectionSettings settings, Guid by, DateTime now)
    {
        if (existing >= Most) return ConnectionErrors.TooMany;
        if (Refuse(settings) is { } refusal) return refusal;

        var connection = new Connection
        {
            Id = Guid.CreateVersion7(),
            NppoId = nppoId,
            Code = existing == 0 ? countryCode : $"{countryCode}{(existing + 1).ToString(CultureInfo.InvariantCulture)}",
        };
        connection.Take(settings, by, now);
        connection.Raise(new ConnectionAdded(nppoId, connection.Id, connection.Code, Actor.User(by), now));
        return connection;
    }

    public Result Change(ConnectionSettings settings, Guid by, DateTime now)
    {
        if (Refuse(settings) is { } refusal) return refusal;

        var before = Settings;
        Take(settings, by, now);
        Raise(new ConnectionChanged(NppoId, Id, Code, before, Settings, Actor.User(by), now));
        return Result.Success();
    }

    private void Take(ConnectionSettings settings, Guid by, DateTime now) =>
        (Settings, ChangedBy, ChangedAt) = (settings with
        {
            Endpoint = settings.Delivery == DeliveryMode.Push ? FreeText.Line(settings.Endpoint) : null,
            Rules = [.. settings.Rules.Select(
                rule => rule with { Channel = FreeText.Line(rule.Channel)!, CountryCode = FreeText.Line(rule.CountryCode) ?? "" })],
        }, by, now);

    private static DomainError? Refuse(ConnectionSettings settings)
    {
        if ((settings.Send || settings.Receive) && settings.Allowed.Count == 0) return ConnectionErrors.NothingAllowed;
        if (settings.Rules.Count > MostRules) return ConnectionErrors.TooManyRules;
        if (settings.Rules.Any(rule => FreeText.Line(rule.Channel) is null)) return ConnectionErrors.ChannelNeeded;
        return settings.Delivery == DeliveryMode.Push && settings.Receive && !IsAddress(settings.Endpoint)
            ? ConnectionErrors.EndpointNeeded : null;
    }

    /// <summary>Names that no public directory of names knows (RFC 6761, 6762, 8375, and what ICANN keeps for own networks).</summary>
    private static readonly string[] OwnNetworks = [".local", ".localhost", ".internal", ".home.arpa", ".lan", ".home", ".corp", ".test",
        ".example", ".invalid", ".onion"];

    /// <summary>A public https address: the Hub proves itself by a certificate there, and calls nobody's own network.</summary>
    private static bool IsAddress(string? text) =>
        ForeignUri.TryRead(FreeText.Line(text), out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
            && text!.Length <= 500
        && uri is { IsLoopback: false, HostNameType: UriHostNameType.Dns } && uri.Host.Contains('.', StringComparison.Ordinal)
        && !OwnNetworks.Any(ending => uri.Host.TrimEnd('.').EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
