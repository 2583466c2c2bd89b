using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>What is answered as the Hub answers it, and all the same is likely not what the caller meant.</summary>
public abstract class SandboxRemarksTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private CallingSystem _kenya = null!;
    private CallingSystem _ghana = null!;

    public static TheoryData<string, string, TrackingState> Acknowledgements => new()
    {
        { "AcknowledgeEnvelopeReceipt", "", TrackingState.Delivered },
        { "AdvancedAcknowledgeEnvelopeReceipt", "<e:warningMessage>Look</e:warningMessage>", TrackingState.DeliveredWithWarnings },
        { "AcknowledgeFailedEnvelopeReceipt", "<e:message>Broken</e:message>", TrackingState.DeliveredNotReadable },
    };

    public static TheoryData<string, string> Numbered => new()
    {
        { "PULLSingleImportEnvelope", "" }, { "GetEnvelopeTrackingInfo", "" }, { "AcknowledgeEnvelopeReceipt", "" },
        { "AdvancedAcknowledgeEnvelopeReceipt", "<e:warningMessage>Look</e:warningMessage>" },
        { "AcknowledgeFailedEnvelopeReceipt", "<e:message>Broken</e:message>" },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _kenya = await CallingSystem.SetUpAsync(Host, "KE");
        _ghana = await CallingSystem.SetUpAsync(Host, "GH");
    }

    [Theory]
    [MemberData(nameof(Acknowledgements))]
    public async Task An_acknowledgement_of_what_was_only_listed_counts_and_is_remarked_on(
        string operation, string more, TrackingState state)
    {
        var number = (await _kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];
        await _ghana.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"));

        Assert.Null((await _ghana.CallAsync(Host, Soap.Numbered(operation, number, more))).Fault);

        var call = await CallOfAsync(operation);
        Assert.Equal((SandboxOutcome.Answered, SandboxReason.AcknowledgedUnfetched),
            (call.Outcome, Assert.Single(call.Explanations).Reason));
        var kept = await KeptAsync(number);
        Assert.Equal((state, null), (kept.State, kept.FetchedAt));
    }

    [Theory]
    [InlineData("PULLImportEnvelope")]
    [InlineData("PULLSingleImportEnvelope")]
    public async Task Who_fetched_first_reads_no_remark_and_the_time_is_that_of_the_fetch(string fetch)
    {
        var number = (await _kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];
        var fetched = Host.Now();
        await _ghana.CallAsync(Host, fetch == "PULLImportEnvelope" ? Soap.Empty(fetch) : Soap.Numbered(fetch, number));
        Host.Time.Advance(TimeSpan.FromMinutes(1));

        await _ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", number));

        Assert.Empty((await CallOfAsync("AcknowledgeEnvelopeReceipt")).Explanations);
        Assert.Equal(fetched, (await KeptAsync(number)).FetchedAt);
    }

    [Fact]
    public async Task A_partner_of_the_sandbox_has_what_it_answers()
    {
        var number = (await _kenya.SendAsync(Host, "XB"))["hubDeliveryNumber"];
        Host.Time.Advance(SandboxPartner.Pause);
        await Host.Get<PartnerClock>().AnswerAsync(default);

        var kept = await KeptAsync(number);
        Assert.Equal((TrackingState.Delivered, Host.Now()), (kept.State, kept.FetchedAt));
    }

    [Fact]
    public async Task Who_asks_for_the_headers_of_another_country_reads_which_code_it_has_itself()
    {
        await _kenya.SendAsync(Host, "GH");
        foreach (var (asked, remark) in new[]
        {
            ("CI", "CI ≠ GH"), ("gh", "gh ≠ GH"), ("KE", null), ("GH", null), (" ", null),
            (new string('C', 10_000), $"{new string('C', SentValue.Longest)}… ≠ GH"),
        })
        {
            Host.Time.Advance(TimeSpan.FromSeconds(1));
            await _ghana.CallAsync(
                Host, $"<e:GetImportEnvelopeHeaders><e:countryCode>{asked}</e:countryCode></e:GetImportEnvelopeHeaders>");

            var call = await CallOfAsync("GetImportEnvelopeHeaders");
            Assert.Equal(SandboxOutcome.Answered, call.Outcome);
            Assert.Equal(remark is null ? [] : [(SandboxReason.CountryNotYours, remark)],
                call.Explanations.Select(said => (said.Reason, said.Detail)));
        }
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public async Task A_number_of_another_connection_of_the_same_organization_is_told_by_which_and_one_of_others_is_not(
        string operation, string more)
    {
        var second = await CallingSystem.ConnectAsync(Host, _ghana.NppoId, "GH", CallingSystem.Everything, existing: 1);
        var number = (await _kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];
        var others = (await _kenya.SendAsync(Host, "KE"))["hubDeliveryNumber"];

        await second.CallAsync(Host, Soap.Numbered(operation, number, more));
        var call = await CallOfAsync(operation);
        Assert.Equal((SandboxReason.OfOtherConnection, $"{number}: GH ≠ GH2"),
            (Assert.Single(call.Explanations).Reason, call.Explanations[0].Detail));

        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await second.CallAsync(Host, Soap.Numbered(operation, others, more));
        call = await CallOfAsync(operation);
        Assert.Equal((SandboxReason.EnvelopeUnknown, others), (Assert.Single(call.Explanations).Reason, call.Explanations[0].Detail));
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public async Task A_number_of_ten_thousand_letters_is_repeated_in_short(string operation, string more)
    {
        var letters = new string('A', 10_000);

        var answer = await _kenya.CallAsync(Host, Soap.Numbered(operation, letters, more));

        Assert.Equal($"{letters[..SentValue.Longest]}…", Assert.Single((await CallOfAsync(operation)).Explanations).Detail);
        if (answer.Fault is { } fault) Assert.Equal($"There is no envelope {letters[..SentValue.Longest]}… for this connection", fault);
    }

    [Fact]
    public async Task Whatever_else_is_repeated_of_a_call_is_short_too_and_says_the_rest_of_its_sentence()
    {
        var letters = new string('A', 10_000);
        foreach (var sent in new[]
        {
            Soap.Deliver(letters, "GH", "<a/>"), Soap.Deliver("KE", letters, "<a/>"), Soap.Deliver("KE", "GH", "<a/>", type: letters),
            $"<e:{letters}/>", $"<GetProfile xmlns='{letters}'/>",
        })
        {
            var answer = await _kenya.CallAsync(Host, sent);
            Assert.DoesNotContain(letters[..200], answer.Fault ?? answer.All("hubDeliveryErrorMessage").Single(), StringComparison.Ordinal);
        }

        var told = (await Host.StoreAsync(db => db.Set<SandboxCall>().OrderBy(call => call.Id).ToListAsync()))
            .SelectMany(call => call.Explanations).Select(said => said.Detail ?? "").ToList();
        Assert.Contains($"{letters[..SentValue.Longest]}… ≠ KE", told);
        Assert.DoesNotContain(told, detail => detail.Contains(letters[..200], StringComparison.Ordinal));
    }

    private Task<SandboxCall> CallOfAsync(string operation) => Host.StoreAsync(db =>
        db.Set<SandboxCall>().Where(call => call.Operation == operation).OrderByDescending(call => call.At).FirstAsync());

    private Task<SandboxEnvelope> KeptAsync(string number) =>
        Host.StoreAsync(db => db.Set<SandboxEnvelope>().AsNoTracking().SingleAsync(envelope => envelope.TrackingNumber == number));
}

public sealed class SandboxRemarksOnSqliteTests() : SandboxRemarksTests(DatabaseKind.Sqlite);

public sealed class SandboxRemarksOnPostgreSqlTests() : SandboxRemarksTests(DatabaseKind.PostgreSql);
