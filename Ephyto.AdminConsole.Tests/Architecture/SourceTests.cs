using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>What only the source shows: length, clocks, sleeping tests, text that belongs into a resource file.</summary>
public sealed class SourceTests
{
    private static readonly string[] Product = ["Ephyto.Domain/", "Ephyto.AdminConsole/"];
    private static readonly string[] BeforeRouting = ["BasePath.cs", "HeadersCircuitOrigin.cs", "SandboxEndpoint.cs"];
    private static readonly string[] Tests = ["Ephyto.AdminConsole.Tests/"];

    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        Findings.None(Repository.SourceFiles(".cs", ".razor", ".js", ".py")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(file => SourceRules.TooLong(file, Repository.Read(file), 250)));

    [Fact]
    public void Program_is_a_table_of_contents() =>
        Findings.None(SourceRules.TooLong("Program.cs", Repository.Read("Ephyto.AdminConsole/Program.cs"), 60));

    [Fact]
    public void The_product_asks_TimeProvider_for_the_time() => AssertNone(Product, SourceRules.ClockReads, ".cs", ".razor");

    /// <summary>Whoever replaces the library of e-mails changes one folder.</summary>
    [Fact]
    public void The_library_of_emails_is_named_in_one_folder() => AssertNone(Product, SourceRules.MailLibraryOutside, ".cs", ".razor");

    [Fact]
    public void A_file_elsewhere_that_names_it_is_found()
    {
        Assert.Single(SourceRules.MailLibraryOutside("Ephyto.AdminConsole/Platform/Emails/EmailQueue.cs", "using MimeKit;\n"));
        Assert.Empty(SourceRules.MailLibraryOutside("Ephyto.AdminConsole/Platform/Emails/Delivery/Mime.cs", "using MimeKit;\n"));
    }

    /// <summary>A database that no lock knows would be taken for one on which a lock holds.</summary>
    [Fact]
    public void Locks_of_the_store_are_taken_in_one_place()
    {
        AssertNone(Product, SourceRules.LocksOutside, ".cs", ".razor");
        Assert.Single(SourceRules.LocksOutside("Ephyto.AdminConsole/Features/Letters/A.cs", "if (db.Database.IsNpgsql()) return;"));
    }

    [Fact]
    public void Addresses_of_others_are_read_in_one_place()
    {
        AssertNone(Product, SourceRules.AddressesReadByHand, ".cs", ".razor");
        Assert.Single(SourceRules.AddressesReadByHand("A.cs", "if (Uri.TryCreate(typed, UriKind.Absolute, out var address)) return;"));
    }

    [Fact]
    public void What_follows_from_an_event_changes_the_given_context_and_nothing_else() =>
        AssertNone(Product, SourceRules.ReactionsOnTheirOwn, ".cs");

    [Theory]
    [InlineData("Ephyto.AdminConsole/Features/A/Reactions/B.cs", "if (user.Resend(now).IsSuccess) await db.TrySaveAsync(ct);")]
    [InlineData("Ephyto.AdminConsole/Features/A/Reactions/B.cs", "await db.SaveChangesAsync(ct);")]
    [InlineData("Ephyto.AdminConsole/Features/A/Reactions/B.cs", "await using var own = await contexts.CreateDbContextAsync(ct);")]
    [InlineData("Ephyto.AdminConsole/Field/B.cs", "internal sealed class B(IEmailTransport transport) : IDomainEventHandler<EmailSent>\n{")]
    public void A_reaction_that_saves_or_sends_is_found(string file, string line)
    {
        Assert.Single(SourceRules.ReactionsOnTheirOwn(file, line));
        Assert.Empty(
            SourceRules.ReactionsOnTheirOwn("Ephyto.AdminConsole/Features/A/UseCases/B.cs",
                line.Replace("IDomainEventHandler", "IQuestion", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_test_sleeps() => AssertNone(Tests, SourceRules.Sleeps, ".cs", ".razor");

    [Fact]
    public void No_expression_takes_longer_out_of_proportion() => AssertNone(Product, SourceRules.Backtracking, ".cs", ".razor");

    [Theory]
    [InlineData("[GeneratedRegex(\"(a+)+$\", RegexOptions.IgnoreCase)]\n")]
    [InlineData("var found = new Regex(\"(a+)+$\");")]
    [InlineData("if (Regex.IsMatch(text, \"(a+)+$\")) return;")]
    public void An_expression_that_backs_up_is_found(string line)
    {
        Assert.Single(SourceRules.Backtracking("A.cs", line));
        Assert.Empty(SourceRules.Backtracking("A.cs", line.Replace("$\"", "$\", RegexOptions.NonBacktracking", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_left_for_later() => AssertNone([.. Product, .. Tests], SourceRules.Leftovers, ".cs", ".razor");

    [Fact]
    public void Text_for_readers_stands_in_resource_files() => AssertNone(Product, SourceRules.LiteralText, ".razor");

    /// <summary>
    /// A component that comes into being by a change of the address, and asks for a part of it itself, joins the list of those
    /// who are told of the change while the framework reads it: that breaks the circuit. A page is made by the router, before.
    /// </summary>
    [Fact]
    public void Only_pages_ask_for_the_query_of_an_address() => AssertNone(Product, SourceRules.QueriesOutsidePages, ".razor", ".cs");

    [Fact]
    public void No_field_is_disabled_under_the_hands_of_somebody_who_types() => AssertNone(Product, SourceRules.DisabledFields, ".razor");

    [Theory]
    [InlineData("<input disabled=\"@_busy\" />")]
    [InlineData("<fieldset class=\"x\" disabled=\"@(!RendererInfo.IsInteractive)\">")]
    public void A_field_that_may_be_disabled_is_found(string markup) => Assert.Single(SourceRules.DisabledFields("A.razor", markup));

    [Fact]
    public void Every_form_says_what_it_was_shown_for() => AssertNone(Product, SourceRules.FormsWithoutSubject, ".razor");

    [Theory]
    [InlineData("<form method=\"post\" action=\"/act\"><AntiforgeryToken /><button>@Go</button></form>")]
    [InlineData("<form class=\"form\"\n  method=\"post\" @formname=\"act\" @onsubmit=\"ActAsync\">\n  <ShownFor />\n</form>")]
    [InlineData("<form method=\"post\"><AntiforgeryToken /><ShownFor /></form><form method=\"post\"><AntiforgeryToken /></form>")]
    public void A_form_that_does_not_say_what_it_was_shown_for_is_found(string markup) =>
        Assert.Single(SourceRules.FormsWithoutSubject("A.razor", markup));

    [Theory]
    [InlineData("<form method=\"post\" action=\"/act\"><AntiforgeryToken /><ShownFor Subject=\"Id\" /></form>")]
    [InlineData("<form method=\"get\" action=\"/list\"></form>")]
    [InlineData("<form method=\"post\" @onsubmit=\"ActAsync\" @onsubmit:preventDefault></form>")]
    public void A_form_that_says_it_or_is_sent_by_a_circuit_is_not(string markup) =>
        Assert.Empty(SourceRules.FormsWithoutSubject("A.razor", markup));

    [Fact]
    public void No_address_of_the_console_begins_with_a_slash() =>
        AssertNone(["Ephyto.AdminConsole/"], SourceRules.RootedAddresses, ".cs", ".razor", ".js", ".css", ".resx");

    /// <summary>The base path comes before routing, and the check of the host before both; the sandbox's port knows one address.</summary>
    [Fact]
    public void Routing_decides_where_a_request_leads() => Findings.None(Repository.SourceFiles(".cs", ".razor")
        .Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal) && !BeforeRouting.Contains(Path.GetFileName(file)))
        .SelectMany(file => SourceRules.HandMadeComparisons(file, Repository.Read(file))));

    [Theory]
    [InlineData("A.razor", "<a class=\"button\" href=\"/hub\">")]
    [InlineData("A.razor", "<base href=\"/\" />")]
    [InlineData("A.razor", "<a href=\"@($\"/hub/{Id}\")\">")]
    [InlineData("A.razor", "<form action=\"/contact-point/@Step\">")]
    [InlineData("A.cs", "Navigation.NavigateTo(\"/\");")]
    [InlineData("A.cs", "Navigation.NavigateTo(\"/nppo\", forceLoad: true);")]
    [InlineData("A.cs", "return Results.LocalRedirect($\"/hub/outbox/{id}\");")]
    [InlineData("A.cs", "new ActionLink(text[\"Open\"], \"/nppo\"),")]
    [InlineData("A.js", "await fetch('/account/session', { method });")]
    [InlineData("A.js", "link.href = `/hub/${id}`;")]
    [InlineData("A.css", "background: url(/images/leaf.svg);")]
    [InlineData("A.resx", "<value>&lt;a href=&quot;/guide&quot;&gt;</value>")]
    public void An_address_that_begins_with_a_slash_is_found(string file, string line) =>
        Assert.Single(SourceRules.RootedAddresses(file, line));

    [Theory]
    [InlineData("A.razor", "@page \"/hub/users\"")]
    [InlineData("A.razor", "<a href=\"hub/users\">")]
    [InlineData("A.cs", "endpoints.MapGet(\"/language/{code}\", Switch);")]
    [InlineData("A.cs", "var parts = text.Split(\"/\");")]
    [InlineData("A.cs", "$\"{address}/{path}\"")]
    [InlineData("A.js", "const value = a / b;")]
    public void An_address_that_begins_without_a_slash_passes(string file, string line) =>
        Assert.Empty(SourceRules.RootedAddresses(file, line));

    [Theory]
    [InlineData("if (http.Request.Path.|StartsWithSegments(\"/_blazor\", StringComparison.Ordinal)) return;")]
    [InlineData("if (http.Request.|Path == \"/hub\") return;")]
    [InlineData("uri.Authority == http.Request.Host|.Value")]
    public void A_path_or_a_host_compared_by_hand_is_found(string line) =>
        Assert.Single(SourceRules.HandMadeComparisons("A.cs", Whole(line)));

    [Theory]
    [InlineData("var now = DateTime.|UtcNow;")]
    [InlineData("@DateTimeOffset.|Now")]
    public void A_read_clock_is_found(string line) => Assert.Single(SourceRules.ClockReads("A.cs", Whole(line)));

    [Theory]
    [InlineData("await Task.|Delay(5);")]
    [InlineData("Thread.|Sleep(5);")]
    [InlineData("await page.WaitFor|TimeoutAsync(5);")]
    public void A_sleep_is_found(string line) => Assert.Single(SourceRules.Sleeps("A.cs", Whole(line)));

    [Theory]
    [InlineData("// TO|DO: later")]
    [InlineData("throw new NotImplemented|Exception();")]
    [InlineData("[Fact(Skip| = \"later\")]")]
    public void A_leftover_is_found(string line) => Assert.Single(SourceRules.Leftovers("A.cs", Whole(line)));

    [Theory]
    [InlineData("<MudButton OnClick=\"@(() => Save())\">Save it</MudButton>")]
    [InlineData("<p>Who confirms <strong>@Name</strong></p>")]
    [InlineData("<MudTextField Label=\"Country\" />")]
    [InlineData("<a href=\"x\" title='Go on'></a>")]
    public void A_literal_text_is_found(string markup) => Assert.Single(SourceRules.LiteralText("A.razor", markup));

    [Theory]
    [InlineData("<MudButton>@L[\"Save\"]</MudButton>")]
    [InlineData("@if (a > b && c < d) { <p>@x</p> }")]
    [InlineData("<a href=\"https://www.example.org\">www.example.org</a>")]
    [InlineData("<span lang=\"fr\">Français</span>")]
    [InlineData("@code { private List<string> Found<T>() where T : class => new List<string>(); }")]
    [InlineData("@* <p>Once upon a time</p> *@")]
    [InlineData("<CascadingValue Value=\"@Time\" Name=\"Clock\" />")]
    public void Markup_without_literal_text_passes(string markup) => Assert.Empty(SourceRules.LiteralText("A.razor", markup));

    [Fact]
    public void A_long_file_is_found() => Assert.Equal(["A.cs: 3 lines"], SourceRules.TooLong("A.cs", "1\n2\n3\n", 2));

    /// <summary>The samples are written with a bar in them, so that this file keeps its own rules.</summary>
    private static string Whole(string sample) => sample.Replace("|", "", StringComparison.Ordinal);

    private static void AssertNone(string[] folders, Func<string, string, IEnumerable<string>> rule, params string[] extensions) =>
        Findings.None(Repository.SourceFiles(extensions)
            .Where(file => folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(file => rule(file, Repository.Read(file))));
}
