using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bunit;
using Ephyto.AdminConsole.Features.DigitalCertificates;
using Ephyto.AdminConsole.Features.Sandbox.FirstCall;
using Ephyto.AdminConsole.Features.Sandbox.FirstCall.Pages;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.FirstCall;

/// <summary>What leads to a first call: how far one is, the lines to copy, a sample on request.</summary>
public sealed partial class FirstCallPageTests : PageTests
{
    private Guid _nppo;
    private Actor _integrator = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _integrator = await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "integrator@example.org");
    }

    [Fact]
    public async Task The_steps_tick_before_the_eyes_of_the_reader()
    {
        var page = Open(_integrator);
        page.WaitForAssertion(() => Assert.Equal(["Open", "Open", "In your system", "Open", "Open", "Open", "Open", "Open"], Steps(page)));
        Assert.Null(Client(page));
        Assert.Contains("You have no connection yet", page.Markup, StringComparison.Ordinal);

        await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything);

        await Eventually.TrueAsync(() => Steps(page) is ["Active", "CI", ..], "the certificate and the connection");
        Assert.DoesNotContain("You have no connection yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_are_filled_in_for_the_reader_and_change_with_what_is_chosen()
    {
        await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything);
        var page = Open(_integrator);
        page.WaitForAssertion(() => Assert.StartsWith("curl --cert ephyto-ci-client.pem", Lines(page), StringComparison.Ordinal));
        Assert.Contains("'https://localhost:5443/hub/DeliveryService'", Lines(page), StringComparison.Ordinal);
        Assert.Contains("<eph:GetProfile/>", Lines(page), StringComparison.Ordinal);

        await page.Find("#first-operation").ChangeAsync(nameof(FirstOperation.Send));
        await page.Find("#first-client").ChangeAsync("Python");

        Assert.Contains("\"From\": \"CI\"", Lines(page), StringComparison.Ordinal);
        Assert.Contains("python3 first-call.py", page.Find("#first-run").TextContent, StringComparison.Ordinal);
        var copy = page.Find(".code-lines [data-copy]");
        Assert.Equal(("first-lines", "Copied"), (copy.GetAttribute("data-copy"), copy.GetAttribute("data-copied")));
        Assert.Equal("Copy Save as first-call.py", copy.TextContent.Trim());
        Assert.Equal("status", page.Find(".code-lines .copy-said").GetAttribute("role"));
    }

    [Fact]
    public async Task Who_sees_no_call_reads_what_to_do()
    {
        await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything);
        var page = Open(_integrator);

        page.WaitForAssertion(() => Assert.Equal(
            "openssl x509 -in ephyto-ci-client.pem -noout -fingerprint -sha256", page.Find("#first-fingerprint").TextContent));
        Assert.Contains("NPPO from client certificate not found", page.Find("#no-call-appears + ul").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_are_those_that_the_page_of_the_certificates_makes()
    {
        var made = FileOfKey().Matches(new CertificateCommands("CI", "Any", CertificateUsage.ClientAuthentication, "CI2").ShellSelfSigned)
            .Select(file => file.Value).Distinct().Order(StringComparer.Ordinal);

        var used = new FirstCallCode("https://localhost/", "CI2", FirstOperation.Send).Blocks
            .SelectMany(block => FileOfKey().Matches(block.Lines)).Select(file => file.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["ephyto-ci2-client.key", "ephyto-ci2-client.pem"], made);
        Assert.Equal(made, used);
    }

    [Fact]
    public void What_is_called_is_called_as_the_contract_says()
    {
        var contract = new HubContract();
        foreach (var (operation, name) in ((FirstOperation, string)[])[(FirstOperation.WhoAmI, "GetProfile"), (FirstOperation.Send,
            "DeliverEnvelope")])
        {
            var code = new FirstCallCode("https://localhost/", "CI", operation);

            Assert.Contains($"SOAPAction: \"{contract.Operations[name].SoapAction}\"", code.Curl, StringComparison.Ordinal);
            var envelope = XElement.Parse(code.Curl[code.Curl.IndexOf("<soapenv:", StringComparison.Ordinal)..^"\nXML".Length]);
            Assert.Equal(HubNames.Soap + "Envelope", envelope.Name);
            Assert.Empty(contract.Validate(envelope.Element(HubNames.Soap + "Body")!.Elements().Single()));
        }
    }

    [Fact]
    public async Task A_partner_sends_a_sample_on_request()
    {
        await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything);
        var page = Open(_integrator);
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll("#partner-list tbody tr").Count));

        await page.PressAsync("Send me one");

        page.WaitForAssertion(() => Assert.Contains("is on its way to CI", page.Find(".board-news").TextContent, StringComparison.Ordinal));
        var sent = await Host.StoreAsync(db => db.Set<SandboxEnvelope>().AsNoTracking().SingleAsync());
        Assert.Equal(("XF", "CI", _nppo, TrackingState.PendingDelivery), (sent.From, sent.To, sent.ToNppoId!.Value, sent.State));
        Assert.Contains(sent.TrackingNumber, page.Find(".board-news").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(sent.Content!);
    }

    [Fact]
    public async Task A_double_click_sends_one_sample_and_a_later_press_another()
    {
        await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything);
        var page = Open(_integrator);
        page.WaitForAssertion(() => page.Button("Send me one"));

        // Both presses are on their way before the first has done anything.
        await page.InvokeAsync(() => Task.WhenAll(page.Button("Send me one").ClickAsync(), page.Button("Send me one").ClickAsync()));
        page.WaitForAssertion(() => Assert.Contains("is on its way to CI", page.Find(".board-news").TextContent, StringComparison.Ordinal));
        // And one that comes when the first is done already.
        await page.PressAsync("Send me one");
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<SandboxEnvelope>().CountAsync()));

        Host.Time.Advance(TimeSpan.FromSeconds(2));
        await page.PressAsync("Send me one");
        Assert.Equal(2, await Host.StoreAsync(db => db.Set<SandboxEnvelope>().CountAsync()));
    }

    [Fact]
    public async Task No_sample_is_offered_where_nothing_is_received_and_none_to_a_viewer()
    {
        await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything with { Receive = false });
        var page = Open(_integrator);
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll("#partner-list tbody tr").Count));
        Assert.DoesNotContain("Send me one", page.Markup, StringComparison.Ordinal);

        await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything, existing: 1);
        await Eventually.TrueAsync(() => page.Markup.Contains("Send me one", StringComparison.Ordinal), "the second connection");
        var viewer = Open(await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org"));
        viewer.WaitForAssertion(() => Assert.Equal(7, viewer.FindAll("#partner-list tbody tr").Count));
        Assert.DoesNotContain("Send me one", viewer.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_that_the_hub_calls_is_tested_step_by_step_with_a_remedy()
    {
        var system = await CallingSystem.ConnectAsync(Host, _nppo, "CI", CallingSystem.Everything with
        {
            Delivery = DeliveryMode.Push, Endpoint = "https://push.example.org/hub",
        });
        // Kept from a time when such a port was saved.
        await Host.StoreAsync(async db =>
        {
            var kept = db.Entry(await db.Set<Connection>().SingleAsync());
            kept.Property(c => c.Settings).CurrentValue = kept.Entity.Settings with { Endpoint = "https://push.example.org:25/hub" };
            return await db.SaveChangesAsync();
        });
        var page = Open(_integrator);
        page.WaitForAssertion(() => Assert.Contains("push.example.org:25", page.Markup, StringComparison.Ordinal));
        // Which certificate their server needs, before it is tested.
        Assert.Contains("signed by itself is refused", page.Find("[aria-labelledby=push-tests]").TextContent, StringComparison.Ordinal);
        // What their server has to let in.
        Assert.Equal(
            ("sandbox/client.pem", "sandbox-client.pem"),
            (Client(page)?.GetAttribute("href"), Client(page)?.GetAttribute("download")));

        await page.PressAsync($"Test the connection {system.Code}");

        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll(".push-steps tbody tr").Count));
        Assert.Equal("Failed", page.Find(".card [role=status] .chip").TextContent.Trim());
    }

    [GeneratedRegex(@"ephyto-[\w-]+\.(key|pem)", RegexOptions.NonBacktracking)]
    private static partial Regex FileOfKey();

    private static IReadOnlyList<string> Steps(IRenderedComponent<FirstCallPage> page) =>
        [.. page.FindAll(".sandbox-steps .chip").Select(chip => chip.TextContent)];

    private static AngleSharp.Dom.IElement? Client(IRenderedComponent<FirstCallPage> page) =>
        page.FindAll("[aria-labelledby=push-tests] a[download]").SingleOrDefault();

    private static string Lines(IRenderedComponent<FirstCallPage> page) => page.Find("#first-lines").TextContent;

    private IRenderedComponent<FirstCallPage> Open(Actor reader) => Open<FirstCallPage>(reader, "/nppo/sandbox/first-call");
}
