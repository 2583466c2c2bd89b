using Bunit;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>What is refused of a connection stands at its field, and the focus goes there.</summary>
public sealed class ConnectionFormTests : PageTests
{
    private static readonly ConnectionSettings Sends =
        ConnectionSettings.Nothing with { Send = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Theory]
    [InlineData("", "Enter the public https address")]
    [InlineData("receiver of ours", "not a whole address")]
    [InlineData("http://ephyto.ministry.org/hub", "https addresses only")]
    [InlineData("https://me:secret@ephyto.ministry.org/hub", "user name")]
    [InlineData("https://192.168.1.7:5454/hub", "number (IP address)")]
    [InlineData("https://127.0.0.1:5454/hub", "Only your own machine or network")]
    [InlineData("https://ephyto.ministry.org:22/hub", "The port")]
    public async Task A_refused_address_says_why_at_its_field_and_takes_the_focus(string typed, string words)
    {
        var (reader, board) = Open(_boss);
        await board.WaitForElement("#delivery-new").ChangeAsync(nameof(DeliveryMode.Push));
        await board.Find("#endpoint-new").InputAsync(typed);
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains(
            words, board.Find("#endpoint-new-error").TextContent, StringComparison.Ordinal));
        var field = board.Find("#endpoint-new");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("endpoint-new-error", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(typed, field.GetAttribute("value"));
        Assert.Empty(board.FindAll("form [role=alert]"));
        board.WaitForAssertion(() => Assert.NotNull(reader.JSInterop.VerifyFocusAsyncInvoke().Arguments[0]));
    }

    [Fact]
    public async Task All_that_is_to_be_mended_is_said_at_once()
    {
        var (_, board) = Open(_boss);
        await board.WaitForElement("#delivery-new").ChangeAsync(nameof(DeliveryMode.Push));
        await board.Find("#endpoint-new").InputAsync("http://ephyto.ministry.org/hub");
        foreach (var name in board.FindAll("fieldset.field input[type=checkbox]").Select(box => box.GetAttribute("name")!).ToList())
            await board.Find($"input[name='{name}']").ChangeAsync(false);
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains(
            "https addresses only", board.Find("#endpoint-new-error").TextContent, StringComparison.Ordinal));
        Assert.Contains("at least one kind", board.Find("#allowed-new-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_neither_sends_nor_receives_says_that_it_does_not_count()
    {
        var (_, board) = Open(_boss);
        foreach (var name in new[] { "send", "receive" }) await board.WaitForElement($"input[name={name}]").ChangeAsync(false);
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains(
            "does not count for the step", board.Find(".chip.tone-warning").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "signed by itself is refused")]
    [InlineData("fr", "signé par lui-même est refusé")]
    public async Task The_address_says_beforehand_which_certificate_the_server_needs(string language, string words)
    {
        ReadIn(language);
        var (_, board) = Open(_boss);
        await board.WaitForElement("#delivery-new").ChangeAsync(nameof(DeliveryMode.Push));

        board.WaitForAssertion(() => Assert.Contains(
            words, board.Find("#endpoint-new-hint").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Documents_that_are_missing_are_said_at_the_documents_and_the_first_one_takes_the_focus()
    {
        var (reader, board) = Open(_boss);
        board.WaitForElement("section form");
        foreach (var name in board.FindAll("fieldset.field input[type=checkbox]").Select(box => box.GetAttribute("name")!).ToList())
            await board.Find($"input[name='{name}']").ChangeAsync(false);
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains(
            "at least one kind", board.Find(".field-invalid #allowed-new-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", board.Find(".field-invalid input").GetAttribute("aria-invalid"));
        Assert.Equal("allowed-new-error", board.Find(".field-invalid input").GetAttribute("aria-describedby"));
        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke());
    }

    [Fact]
    public async Task A_rule_that_is_refused_says_at_which_of_its_fields_and_that_one_takes_the_focus()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);
        await Host.Get<AddChannel>().HandleAsync(new("EAST", "East", true, true), hub, default);
        var (reader, board) = Open(_boss);
        board.WaitForElement("section form");
        await board.PressAsync("Add a rule");
        await board.Find("select[name=rule-channel-0]").ChangeAsync("EAST");
        await board.Find("input[name=rule-country-0]").ChangeAsync("LK2");
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Equal(
            "rule-error-0", board.Find("input[name=rule-country-0][aria-invalid=true]").GetAttribute("aria-describedby")));
        Assert.NotNull(board.Find("#rule-error-0"));
        Assert.False(board.Find("select[name=rule-channel-0]").HasAttribute("aria-invalid"));
        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke());
    }

    [Fact]
    public async Task A_refusal_that_is_about_no_field_takes_the_focus_itself()
    {
        var id = (await Host.Get<SaveConnection>().HandleAsync(new(_nppo, null, 0, Sends), _boss, default)).Value;
        var (reader, board) = Open(_boss);
        board.WaitForElement("section.card button");
        await board.PressAsync("Change CI");
        var seen = await Host.StoreAsync(db => db.Set<Connection>().AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.True((await Host.Get<SaveConnection>().HandleAsync(
            new(_nppo, id, seen.Version, Sends with { Receive = true }), _boss, default)).IsSuccess);

        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Equal("-1", board.Find("form [role=alert]").GetAttribute("tabindex")));
        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke());
    }

    [Fact]
    public async Task What_was_saved_comes_into_view_each_time_because_the_form_is_gone()
    {
        var (reader, board) = Open(_boss);
        await board.WaitForElement("section form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains(
            "The connection is saved.", board.Find(".board-news").TextContent, StringComparison.Ordinal));
        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke());

        await board.PressAsync("Change CI");
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => reader.JSInterop.VerifyFocusAsyncInvoke(2));
    }

    private (BunitContext Reader, IRenderedComponent<ConnectionBoard> Board) Open(Actor actor)
    {
        var reader = Reader(actor);
        return (reader, reader.Render<ConnectionBoard>(
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Country, "Côte d’Ivoire")));
    }
}
