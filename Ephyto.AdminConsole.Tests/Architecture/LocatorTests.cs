using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>Services are given, not fetched.</summary>
public sealed class LocatorTests
{
    [Fact]
    public void Services_are_given_and_not_fetched() =>
        Findings.None(Files().SelectMany(file => LocatorRules.Asked(file, Repository.Read(file))));

    /// <summary>Who fetches nothing any more loses the permission.</summary>
    [Fact]
    public void Whoever_may_fetch_does() => Findings.None(LocatorRules.Exceptions.Except(
        Files().Where(file => LocatorRules.Asked($"Fetching{Path.GetFileName(file)}", Repository.Read(file)).Any())
            .Select(file => Path.GetFileName(file).Split('.')[0])));

    [Theory]
    [InlineData("Ephyto.AdminConsole/Features/Letters/Pages/A.razor.cs", "var ask = Http.RequestServices.GetRequiredService<AskByLink>();")]
    [InlineData("Ephyto.AdminConsole/Features/Letters/Pages/LettersModule.razor.cs", "services.GetService<AskByLink>()")]
    [InlineData("Ephyto.AdminConsole/Features/Letters/UseCases/Ask.cs", "(Ask)services.GetRequiredService(typeof(Ask))")]
    [InlineData("Ephyto.AdminConsole/Features/Letters/UseCases/Ask.cs", "ActivatorUtilities.CreateInstance<Ask>(services)")]
    public void A_service_fetched_is_found(string file, string line) => Assert.Single(LocatorRules.Asked(file, line));

    [Theory]
    [InlineData("Ephyto.AdminConsole/Features/Letters/LettersModule.cs", "services.AddSingleton<IA>(sp => sp.GetRequiredService<A>());")]
    [InlineData("Ephyto.AdminConsole/Platform/Security/OwnHost.cs", "http.RequestServices.GetRequiredService<OwnHost>()")]
    [InlineData("Ephyto.AdminConsole/Features/Letters/Pages/A.razor.cs", "[Inject] internal AskByLink Ask { get; set; } = default!;")]
    public void What_is_given_or_put_together_passes(string file, string line) => Assert.Empty(LocatorRules.Asked(file, line));

    private static IEnumerable<string> Files() => Repository.SourceFiles(".cs", ".razor")
        .Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
            && !file.Contains("/Migrations/", StringComparison.Ordinal));
}
