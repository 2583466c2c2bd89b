using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Forms;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>The requests that one person sends, the same in every run.</summary>
internal static partial class FuzzPlan
{
    // Not sent with a token that holds: it would end the session of the test.
    private const string SignOut = "/account/sign-out";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"];
    private static readonly string[] Tokens = ["none", "stale", "foreign", "broken", "own"];

    // Longer than the console takes, and not yet too long for the server.
    private static readonly FuzzRequest[] TooLong =
    [
        new("GET", $"/guide?q={new string('q', 9_000)}"), new("GET", $"/hub/registrations?search={new string('q', 100_000)}"),
        new("POST", $"/contact-point/confirm?{new string('&', 9_000)}"),
        new("GET", "/guide", Header: $"X-Long: {new string('h', 40_000)}"),
        new("GET", "/api/v1/participation", Header: $"X-Long: {new string('h', 200_000)}"),
    ];

    private static readonly string[] Headers =
    [
        "Accept: application/json", "Accept: */*", "Accept: nothing/at all;q=x", "Accept-Language: fr", "Accept-Language: xx-,;;q=\u00e9",
        "Accept-Language: *",
        "Cookie: ephyto-session=%FF; .AspNetCore.Culture=c%3D%FF%7Cuic%3Dzz; ephyto-theme=%00; .AspNetCore.Antiforgery.x=y", "Origin: null",
        "Origin: https://evil.example",
        "Sec-Fetch-Site: cross-site", "Range: bytes=9-1", "If-None-Match: \"", "If-Modified-Since: yesterday", "X-Forwarded-For: \"][",
        "User-Agent: \u0001", "Host: ",
        "X-Requested-With: XMLHttpRequest", "Expect: nothing", "X-HTTP-Method-Override: DELETE", "Upgrade: h2c", "Referer: \\\\x",
        "Authorization: Basic %%%", "Sec-Purpose: prefetch",
    ];

    public static IEnumerable<FuzzRequest> Of(IReadOnlyList<FuzzRoute> routes, AccessWorld world, FuzzVisitor visitor, Random chance)
    {
        foreach (var route in routes)
        {
            var address = route.Address(world);
            foreach (var method in Methods)
            {
                if (method is "GET" or "HEAD" or "OPTIONS" or "BREW") yield return new(method, address);
                else yield return FuzzBodies.Any(method, address, "", "none", chance);
            }

            foreach (var token in Tokens.Where(token => token != "own" || route.Pattern != SignOut))
            {
                yield return FuzzBodies.FormTo(address, ["words", "reason", "returnUrl"], chance.Next(2) == 0 ? "nobody" : null, token,
                    visitor.TokenOf(token), chance);
                if (route.Pattern != SignOut) yield return FuzzBodies.Any("POST", address, visitor.TokenOf(token), token, chance);
            }

            yield return new("GET", route.OddAddress(chance));
            yield return FuzzBodies.Any("POST", route.OddAddress(chance), visitor.TokenOf("stale"), "stale", chance);
            for (var i = 0; route.Reads && i < 3; i++) yield return new("GET", address + route.OddQuery(chance));
            yield return new(FuzzBodies.Pick(["GET", "POST", "PUT"], chance), address, Header: FuzzBodies.Pick(Headers, chance));
            yield return new("GET", route.OddAddress(chance) + route.OddQuery(chance), Header: FuzzBodies.Pick(Headers, chance));
        }

        foreach (var request in TooLong) yield return request;
    }

    /// <summary>Less of the same: what each kind of refusal says, not what every route does.</summary>
    public static IEnumerable<FuzzRequest> FewOf(IReadOnlyList<FuzzRoute> routes, AccessWorld world, FuzzVisitor visitor, Random chance)
    {
        foreach (var route in routes)
        {
            var address = route.Address(world);
            yield return new(FuzzBodies.Pick(Methods, chance), address);
            yield return new("GET", route.OddAddress(chance));
            yield return new("GET", address, Header: "Accept: application/json");
            var token = FuzzBodies.Pick(Tokens, chance);
            if (token == "own" && route.Pattern == SignOut) continue;
            yield return FuzzBodies.FormTo(address, ["words", "reason", "returnUrl"], "nobody", token, visitor.TokenOf(token), chance);
            yield return FuzzBodies.Any("POST", address, visitor.TokenOf("stale"), "stale", chance);
        }

        foreach (var request in TooLong) yield return request;
    }

    /// <summary>The forms that the pages show to this person, with values that nobody types, and a token that holds.</summary>
    public static IEnumerable<FuzzRequest> FormsOf(string address, string html, FuzzVisitor visitor, Random chance)
    {
        foreach (var form in Form().Matches(html).Select(match => match.Value)
            .Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal)))
        {
            var target = Regex.Match(form, "^<form[^>]* action=\"([^\"]+)\"") is { Success: true } action
                ? WebUtility.HtmlDecode(action.Groups[1].Value) : address;
            target = "/" + target.TrimStart('.').TrimStart('/');
            if (target.EndsWith(SignOut, StringComparison.Ordinal)) continue;
            var handler = Regex.Match(form, "name=\"_handler\" value=\"([^\"]+)\"") is { Success: true } named
                ? named.Groups[1].Value : null;
            var names = Field().Matches(form).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
                .Where(name => !name.StartsWith('_') && name != ShownForms.Field).Distinct().ToList();
            var shownFor = Regex.Match(form, $"name=\"{ShownForms.Field}\" value=\"([^\"]+)\"") is { Success: true } word
                ? word.Groups[1].Value : null;
            for (var i = 0; i < 3; i++) yield return FuzzBodies.FormTo(target, names, handler, "own", visitor.TokenOf("own"),
                chance, shownFor);
            // As a form of another release of the console.
            yield return FuzzBodies.FormTo(target, names, "gone", "own", visitor.TokenOf("own"), chance, shownFor);
            yield return FuzzBodies.FormTo(target, names, handler, "stale", visitor.TokenOf("stale"), chance, shownFor);
        }
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<(?:input|textarea|select|button)[^>]* name=\"([^\"]+)\"")]
    private static partial Regex Field();
}
