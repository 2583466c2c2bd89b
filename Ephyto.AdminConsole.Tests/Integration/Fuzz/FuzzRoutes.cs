using System.Reflection;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>A route of the running console, and the names it reads from a query.</summary>
internal sealed partial record FuzzRoute(string Pattern, bool Reads, IReadOnlyList<string> Query)
{
    private static readonly string[] CommonQuery = ["nppo", "returnUrl", "page", "from", "to", "q", "pdf", "format"];

    private static readonly string[] OddSegments =
    [
        "%FF", "%C3%B4", "c\u00f4te", "..%2F..%2F", "%2e%2e", new('y', 43), new('z', 1500), "00000000-0000-0000-0000-000000000000",
        "%0D%0A", "a%5Cb", "'%22%3E%3C", "%E2%80%AE", "%ED%A0%80", "-1", ".", "%00",
    ];

    public bool IsPage { get; init; }

    /// <summary>Every route of the host; of the static files, a few stand for all.</summary>
    public static IReadOnlyList<FuzzRoute> Of(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var files = endpoints.Where(IsFile).Take(4);
        return [.. endpoints.Where(endpoint => !IsFile(endpoint)).Concat(files)
            .GroupBy(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), StringComparer.OrdinalIgnoreCase)
            .Select(route =>
                new FuzzRoute(route.Key, route.Any(endpoint => Takes(endpoint, HttpMethods.Get)),
                    [.. route.SelectMany(QueryOf).Concat(CommonQuery).Distinct()])
            {
                IsPage = route.Any(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null),
            })
            .OrderBy(route => route.Pattern, StringComparer.Ordinal)];
    }

    /// <summary>Whether it is the page of a kind of link, or something that is done there.</summary>
    public bool IsOfLink(LinkRoutes links) => Pattern == "/link-problem/renew"
        || Enum.GetValues<LinkPurpose>()
            .Any(purpose => Pattern.TrimStart('/') is var path && links.Of(purpose).Path is var page
                && (path == page || path.StartsWith($"{page}/", StringComparison.Ordinal)));

    /// <summary>An address that the route takes.</summary>
    public string Address(AccessWorld world) => Parameter().Replace(Pattern, match => match.Groups["constraint"].Value switch
    {
        "guid" => world.NppoId.ToString(),
        "length(43)" => new string('s', 43),
        _ => match.Value.Contains('*', StringComparison.Ordinal) ? "some/where" : "x",
    });

    /// <summary>An address with something odd in place of a part of it.</summary>
    public string OddAddress(Random chance)
    {
        var odd = FuzzBodies.Pick(OddSegments, chance);
        return Pattern.Contains('{', StringComparison.Ordinal) ? Parameter().Replace(Pattern, _ => odd) : chance.Next(3) switch
        {
            0 => $"{Pattern}/{odd}",
            1 => $"{Pattern}{odd}",
            _ => $"/{odd}{Pattern}",
        };
    }

    public string OddQuery(Random chance)
    {
        var names = Enumerable.Range(0, 1 + chance.Next(4)).Select(_ => FuzzBodies.Pick(Query, chance)).ToList();
        if (chance.Next(4) == 0) names.Add(names[0]);
        return "?" + string.Join('&', names.Select(name => $"{name}={FuzzBodies.Pick(FuzzBodies.OddValues, chance)}"));
    }

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor");

    private static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method);

    private static IEnumerable<string> QueryOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null)
        .Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? property.Name) ?? [];

    [GeneratedRegex(@"\{\*{0,2}[a-zA-Z]+\??(:(?<constraint>[a-z]+(\(\d+\))?))*[^}]*\}")]
    private static partial Regex Parameter();
}
