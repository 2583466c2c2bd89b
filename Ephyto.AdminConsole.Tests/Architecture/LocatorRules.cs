using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>
/// Whoever needs a service says so in its constructor or its properties; who asks a container for it hides what it needs.
/// </summary>
internal static partial class LocatorRules
{
    /// <summary>
    /// What the framework calls with a request, or with services, and nothing else: steps of a request, filters, delegates of endpoints.
    /// </summary>
    private static readonly string[] CalledByTheFramework =
    [
        "BasePath", "ConsoleCookies", "FormGuard", "FormLanguage", "HeadersCircuitOrigin", "HeadersOfPrivacy", "Health",
        "IdentitySessionValidation", "ListFile",
        "OwnHost", "ParticipationDescription", "RateLimits", "RefusedForm", "Refusal", "ReturnedForm", "ShownFormGuard",
    ];

    /// <summary>What answers for links: their kinds are a table of functions that are given the services of whoever asks.</summary>
    private static readonly string[] OfLinks = ["ContactLinks", "EndedLinks", "LetterLinks", "LinkNames", "Links", "ServingLinks"];

    /// <summary>What makes a scope of its own, because it outlives requests, and takes from it what lives in one.</summary>
    private static readonly string[] WithAScopeOfTheirOwn = ["AccountPasswords", "AfterAnswer", "DemoOfEmptyStore", "IdentityRevalidation",
        "SecurityWatch"];

    /// <summary>Commands and the start: they have the whole console in their hands.</summary>
    private static readonly string[] OfTheStart = ["ConsoleStart", "LoadCommand", "VerifyAuditCommand"];

    /// <summary>What puts services together outside a module.</summary>
    private static readonly string[] OfRegistration = ["ClockRegistration", "IDomainEventHandler"];

    /// <summary>What is static and asks the context of the store, which knows the services of the console.</summary>
    private static readonly string[] OfTheStore = ["AccessGuard", "StoreLock"];

    public static IReadOnlyCollection<string> Exceptions { get; } = [.. CalledByTheFramework, .. OfLinks, .. WithAScopeOfTheirOwn,
        .. OfTheStart, .. OfRegistration, .. OfTheStore];

    public static IEnumerable<string> Asked(string file, string text)
    {
        var name = Path.GetFileName(file).Split('.')[0];
        var mayAsk = !file.Contains(".razor", StringComparison.Ordinal)
            && (name == "Program" || name.EndsWith("Module", StringComparison.Ordinal) || Exceptions.Contains(name));
        return mayAsk ? [] : Locator().Matches(text).Select(match => $"{file}: {match.Value}");
    }

    [GeneratedRegex(@"\.Get(Required)?(Keyed)?Services?(<|\()|\bActivatorUtilities\.", RegexOptions.NonBacktracking)]
    private static partial Regex Locator();
}
