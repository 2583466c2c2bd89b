using System.Globalization;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

/// <summary>One connection of an organization to the Hub, under a routing code of its own.</summary>
public sealed class Connection : AggregateRoot
{
    public const int Most = 9;
    public const int MostRules = 50;

    /// <summary>Two letters of a country and a digit.</summary>
    public const int LongestCode = 3;

    private Connection()
    {
    }

    public Guid NppoId { get; private set; }

    /// <summary>
    /// The country's code for the first connection, with a number for others: <c>LK</c>, <c>LK2</c>. Unique in the store.
    /// </summary>
    public string Code { get; private set; } = "";

    public ConnectionSettings Settings { get; private set; } = ConnectionSettings.Nothing;

    /// <summary>Of which Hub it is; null for that of the console, until the next start says so.</summary>
    public HubEnvironment? Environment { get; private set; }

    public ConnectionRef Ref => new(Id, Code);

    public DateTime ChangedAt { get; private set; }

    /// <summary>The account that changed it last.</summary>
    public Guid ChangedBy { get; private set; }

    /// <param name="nppoId">Whose.</param>
    /// <param name="countryCode">ISO 3166, two letters.</param>
    /// <param name="existing">How many connections the organization has.</param>
    /// <param name="settings">As typed.</param>
    /// <param name="by">The account.</param>
    /// <param name="now">UTC.</param>
    /// <param name="environment">That of the console; null leaves it to the next start.</param>
    /// <param name="networks">Which networks the Hub calls.</param>
    public static Result<Connection> Add(
        Guid nppoId, string countryCode, int existing, ConnectionSettings settings, Guid by, DateTime now,
        HubEnvironment? environment = null, CalledNetworks networks = CalledNetworks.Public)
    {
        if (existing >= Most) return ConnectionErrors.TooMany;
        if (Refuse(settings, networks) is { } refusal) return refusal;

        var connection = new Connection
        {
            Id = Guid.CreateVersion7(),
            NppoId = nppoId,
            Code = existing == 0 ? countryCode : $"{countryCode}{(existing + 1).ToString(CultureInfo.InvariantCulture)}",
            Environment = environment,
        };
        connection.Take(settings, by, now);
        connection.Raise(new ConnectionAdded(nppoId, connection.Id, connection.Code, Actor.User(by), now)
        {
            Environment = environment,
        });
        return connection;
    }

    /// <summary>
    /// Its settings hold no secret: one that came with the data of the other environment is of this one as soon as somebody has looked at
    /// them here, and saved them.
    /// </summary>
    /// <param name="settings">As typed.</param>
    /// <param name="by">The account.</param>
    /// <param name="now">UTC.</param>
    /// <param name="environment">That of the console; null leaves the connection in its own.</param>
    /// <param name="networks">Which networks the Hub calls.</param>
    public Result Change(ConnectionSettings settings, Guid by, DateTime now, HubEnvironment? environment = null,
        CalledNetworks networks = CalledNetworks.Public)
    {
        if (Refuse(settings, networks) is { } refusal) return refusal;

        var (before, from) = (Settings, Environment);
        Take(settings, by, now);
        Environment = environment ?? from;
        var isMoved = from is not null && Environment != from;
        Raise(new ConnectionChanged(NppoId, Id, Code, before, Settings, Actor.User(by), now)
        {
            Environment = isMoved ? Environment : null,
            EnvironmentBefore = isMoved ? from : null,
        });
        return Result.Success();
    }

    /// <summary>Whether it counts in an environment.</summary>
    public bool IsOf(HubEnvironment here) => Environment is null || Environment == here;

    private void Take(ConnectionSettings settings, Guid by, DateTime now) =>
        (Settings, ChangedBy, ChangedAt) = (settings with
        {
            Endpoint = settings.Delivery == DeliveryMode.Push ? FreeText.Line(settings.Endpoint) : null,
            Rules = [.. settings.NumberedRules().Select(rule => rule with
            {
                Channel = FreeText.Line(rule.Channel)!.ToUpperInvariant(),
                CountryCode = FreeText.Line(rule.CountryCode)?.ToUpperInvariant() ?? "",
            })],
        }, by, now);

    /// <returns>All that stands against settings, the first thing of each kind.</returns>
    public static IReadOnlyList<DomainError> Refusals(ConnectionSettings settings, CalledNetworks networks) =>
    [
        .. new[]
        {
            RefuseAddress(settings, networks),
            (settings.Send || settings.Receive) && settings.Allowed.Count == 0 ? ConnectionErrors.NothingAllowed : null,
            settings.Rules.Count > MostRules ? ConnectionErrors.TooManyRules
                : settings.Rules.Any(rule => FreeText.Line(rule.Channel) is null) ? ConnectionErrors.ChannelNeeded : null,
        }.OfType<DomainError>(),
    ];

    private static DomainError? Refuse(ConnectionSettings settings, CalledNetworks networks) =>
        Refusals(settings, networks) is [var first, ..] ? first : null;

    private static DomainError? RefuseAddress(ConnectionSettings settings, CalledNetworks networks)
    {
        if (settings.Delivery != DeliveryMode.Push) return null;

        // Who only sends needs no address, but one that is given is called all the same: with what became of an envelope, and by a test.
        if (FreeText.Line(settings.Endpoint) is { } address) return CalledAddress.Refuse(address, networks);
        return settings.Receive ? ConnectionErrors.EndpointNeeded : null;
    }
}
