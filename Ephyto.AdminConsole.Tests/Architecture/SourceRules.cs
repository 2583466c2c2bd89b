using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

internal static partial class SourceRules
{
    // What stands around whole pages, and the bases of the pages that are lists: CodeTests hold that nothing else derives from them.
    private static readonly string[] WithoutRoute = ["/InMyNppo.razor", "/ListBoard", "/ListPage"];

    public static IEnumerable<string> TooLong(string file, string text, int most)
    {
        var lines = text.TrimEnd('\n').Split('\n').Length;
        return lines > most ? [$"{file}: {lines} lines"] : [];
    }

    public static IEnumerable<string> ClockReads(string file, string text) => Find(ClockRead(), file, text);

    public static IEnumerable<string> Sleeps(string file, string text) => Find(Sleep(), file, text);

    public static IEnumerable<string> Leftovers(string file, string text) => Find(Leftover(), file, text);

    public static IEnumerable<string> MailLibraryOutside(string file, string text) =>
        file.Contains("/Platform/Emails/Delivery/", StringComparison.Ordinal) ? [] : Find(MailLibrary(), file, text);

    public static IEnumerable<string> LocksOutside(string file, string text) =>
        file.Contains("/Data/", StringComparison.Ordinal) ? [] : Find(Lock(), file, text);

    /// <summary>
    /// What a handler of events must not do: save, open a context of its own, or reach beyond the store. It runs inside a save, which may
    /// yet be refused.
    /// </summary>
    public static IEnumerable<string> ReactionsOnTheirOwn(string file, string text) =>
        file.Contains("/Reactions/", StringComparison.Ordinal) || Handler().IsMatch(text) ? Find(OnItsOwn(), file, text) : [];

    /// <summary>
    /// Text between tags and in the attributes a reader sees. A text in its own language carries <c>lang</c>; an address is none.
    /// </summary>
    public static IEnumerable<string> LiteralText(string file, string text)
    {
        var markup = CodeBlock().Replace(Comment().Replace(text, ""), "");
        return Find(TextNode(), file, markup).Concat(Find(TextAttribute(), file, markup));
    }

    public static IEnumerable<string> OtherSlices(string file, string text)
    {
        var own = file.Split("/Features/")[1].Split('/')[0];
        return SliceName().Matches(text).Where(match => match.Groups[1].Value != own).Select(match => $"{file}: {match.Value}");
    }

    /// <summary>Expressions that may take longer the longer a text is, out of proportion: they back up, and no time ends them.</summary>
    public static IEnumerable<string> Backtracking(string file, string text) =>
        from match in Expression().Matches(text)
        let end = text.IndexOfAny([';', ']'], match.Index + match.Length) is var at && match.Value.StartsWith('[')
            ? text.IndexOf(")]\n", match.Index, StringComparison.Ordinal) : at
        let whole = end < 0 ? text[match.Index..] : text[match.Index..end]
        where !whole.Contains("NonBacktracking", StringComparison.Ordinal) && !whole.Contains("matchTimeout", StringComparison.Ordinal)
        select $"{file}: {whole.ReplaceLineEndings(" ")}";

    /// <summary>A file of a component without a route. What stands around whole pages is there as long as they are.</summary>
    public static IEnumerable<string> QueriesOutsidePages(string file, string text)
    {
        var markup = file.EndsWith(".cs", StringComparison.Ordinal) ? file[..^3] : file;
        if (!text.Contains("[SupplyParameterFromQuery", StringComparison.Ordinal)
            || WithoutRoute.Any(name => markup.EndsWith(name, StringComparison.Ordinal))) return [];
        return Repository.Read(markup).StartsWith("@page", StringComparison.Ordinal) ? [] : [file];
    }

    /// <summary>Until the page lives there is nobody to hear what is typed; from then on a field takes what is typed.</summary>
    public static IEnumerable<string> DisabledFields(string file, string text) => Find(DisabledField(), file, text);

    /// <summary>
    /// Forms that a browser sends must say what they were shown for. Forms that only a circuit sends act with what their
    /// component was given. A refused form that is sent again carries its own word among its fields.
    /// </summary>
    public static IEnumerable<string> FormsWithoutSubject(string file, string text) =>
        file.EndsWith("/SendAgain.razor", StringComparison.Ordinal) ? [] : Form().Matches(Comment().Replace(text, ""))
            .Select(match => match.Value)
            .Where(form => form.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase)
                && !form.Contains("@onsubmit:preventDefault", StringComparison.Ordinal))
            .Where(form => !form.Contains("<ShownFor", StringComparison.Ordinal)
                || !form.Contains("<AntiforgeryToken", StringComparison.Ordinal))
            .Select(form => $"{file}: {form.Split('\n')[0]}");
    /// Addresses that begin with a slash: they lead out of a console that lives under a path. Only where the framework wants its
    /// pattern of a route is a slash in its place.
    /// </summary>
    public static IEnumerable<string> RootedAddresses(string file, string text)
    {
        var pattern = Path.GetExtension(file) switch { ".css" => RootedInStyles(), ".js" => RootedInScript(), ".resx" => RootedInMarkup(),
            _ => RootedAddress() };
        return text.Split('\n').Where(line => !RouteOfFramework().IsMatch(line)).SelectMany(line => Find(pattern, file, line));
    }

    /// <summary>
    /// Paths and names of hosts that are compared by hand. Routing takes many ways of writing for one path; its own view is
    /// <c>MatchedRoute</c>.
    /// </summary>
    public static IEnumerable<string> HandMadeComparisons(string file, string text) => Find(HandMadeComparison(), file, text);

    /// <summary>Addresses that may be somebody else's, read where the framework throws at some of them.</summary>
    public static IEnumerable<string> AddressesReadByHand(string file, string text) =>
        file.EndsWith("/ForeignUri.cs", StringComparison.Ordinal) ? [] : Find(AddressReadByHand(), file, text);

    private static IEnumerable<string> Find(Regex pattern, string file, string text) =>
        pattern.Matches(text).Select(match => $"{file}: {match.Value.Trim()}");

    [GeneratedRegex(@"\bclass \w+[^{]*\bIDomainEventHandler<", RegexOptions.NonBacktracking)]
    private static partial Regex Handler();

    [GeneratedRegex(@"\b(SaveChanges|TrySave|BeginTransaction|CreateDbContext|ExecuteUpdate|ExecuteDelete|ExecuteSql\w*)(Async)?\("
        + @"|\b(IDbContextFactory|IServiceScopeFactory|IEmailTransport|EmailSending|ILiveEvents|ILiveBroadcast|HttpClient"
        + @"|IHttpClientFactory)\b")]
    private static partial Regex OnItsOwn();

    [GeneratedRegex(@"\bIsNpgsql\(|\bpg_(try_)?advisory")]
    private static partial Regex Lock();

    [GeneratedRegex(@"\bUri\.TryCreate\(|\bnew Uri\((?!""http|\$""http://127\.0\.0\.1|Navigation\.Uri)")]
    private static partial Regex AddressReadByHand();

    [GeneratedRegex(@"\b(MailKit|MimeKit)\.|using (MailKit|MimeKit)\b")]
    private static partial Regex MailLibrary();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex ClockRead();

    [GeneratedRegex(@"@page ""|\.Map(Get|Post|Put|Delete|Methods|Group|HealthChecks|OpenApi)\(|\bUse(ExceptionHandler"
        + @"|StatusCodePagesWithReExecute)\(|^\s*//")]
    private static partial Regex RouteOfFramework();

    [GeneratedRegex(@"\b(href|action|src|formaction)=""/|(?<![\w}""])\$?""/(?![/ .*""\\])[a-z_{]|\b(NavigateTo|Redirect|LocalRedirect"
        + @"|GoTo)\(\$?""/")]
    private static partial Regex RootedAddress();

    [GeneratedRegex(@"\b(href|action|src|formaction)=(&quot;|[""'])/")]
    private static partial Regex RootedInMarkup();

    [GeneratedRegex(@"[`'""]/(?![/*])[A-Za-z_$]")]
    private static partial Regex RootedInScript();

    [GeneratedRegex(@"url\([""']?/|@import\s+[""']/")]
    private static partial Regex RootedInStyles();

    [GeneratedRegex(@"\bPath\.(Value\b|StartsWithSegments\(|Equals\(|ToString\()|\bRequest\.Path\s*(==|!=|is\b)|\bHost\.(Value|Host)\b")]
    private static partial Regex HandMadeComparison();

    [GeneratedRegex(@"\b(Task\s*\.\s*Delay|Thread\s*\.\s*Sleep|WaitForTimeoutAsync)\s*\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"<(input|textarea|select|fieldset)\b(?:""[^""]*""|[^"">])*?\sdisabled\b")]
    private static partial Regex DisabledField();

    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|H[A]CK)\b|NotImplemented[E]xception|\bSkip\s*=\s*""")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"<(form|EditForm)\b.*?</\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<(script|style)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@code\s*\{.*", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"<(?!code\b|kbd\b)[A-Za-z][\w.:-]*(?=[\s>])(?!(?:""[^""]*""|[^<>""])*\slang=)(?:""[^""]*""|'[^']*'|[^<>""'])*(?<!/)>"
        + @"(?!\s*[\w-]+(\.[\w-]+)+\s*<)\s*[^<>@{}()=;|&""]*\p{L}{3,}[^<>@{}()=;|&""]*(?=<)")]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\s(Label|Title|Placeholder|HelperText|Text|HeaderText|Caption|title|alt|placeholder|aria-label)="
        + @"(""\p{Lu}\p{L}{2,}[^""@]*""|'\p{Lu}\p{L}+[^'@]*')")]
    private static partial Regex TextAttribute();

    [GeneratedRegex(@"\[GeneratedRegex\(|\bnew Regex\("
        + @"|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches|EnumerateSplits)\(")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\bFeatures\.(\w+)")]
    private static partial Regex SliceName();
}
