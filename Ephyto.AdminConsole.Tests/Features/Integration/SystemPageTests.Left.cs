using Bunit;
using Ephyto.AdminConsole.Features.DigitalCertificates.Components;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <content>The pages of a system that is not the organization’s.</content>
public sealed partial class SystemPageTests
{
    [Fact]
    public void What_live_exchange_asks_for_is_said_before_the_test()
    {
        var board = OpenBoard(_boss);

        board.WaitForAssertion(() => Assert.Contains("For live exchange then: First message sent, First message received, "
            + "First message acknowledged", board.Find("[aria-labelledby=missing-steps]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_GeNS_the_pages_of_connection_and_certificates_say_that_nothing_is_needed()
    {
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo),
            nppo => nppo.ChangeSystem(ExchangeSystem.GeNS, new(null, null, false, false), _boss.Id, Host.Now()));
        var connection = Open<ConnectionBoard>(_boss, "/nppo/connection",
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Country, "Côte d’Ivoire"));
        var certificates = Open<CertificateBoard>(_boss, "/nppo/certificates", parameters => parameters.Add(b => b.NppoId, _nppo));

        connection.WaitForAssertion(() => Assert.Contains("No connection is needed: GeNS", connection.Markup, StringComparison.Ordinal));
        Assert.Empty(connection.FindAll("form, button"));
        certificates.WaitForAssertion(() => Assert.Contains(
            "No digital certificate is needed: GeNS", certificates.Markup, StringComparison.Ordinal));
        Assert.Empty(certificates.FindAll("form, button"));
    }

    [Fact]
    public async Task The_pages_of_a_system_that_was_left_say_that_it_is_kept()
    {
        await Host.ConnectAsync(_nppo, _boss);
        await Host.InUseAsync(_nppo, _boss);
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo),
            nppo => nppo.ChangeSystem(ExchangeSystem.GeNS, new(null, null, false, false), _boss.Id, Host.Now()));

        var connection = Open<ConnectionBoard>(_boss, "/nppo/connection",
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Country, "Côte d’Ivoire"));
        var certificates = Open<CertificateBoard>(_boss, "/nppo/certificates", parameters => parameters.Add(b => b.NppoId, _nppo));

        connection.WaitForAssertion(() => Assert.Contains(
            "The connections of your own system rest", connection.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Empty(connection.FindAll("form, button, section.card"));
        certificates.WaitForAssertion(() => Assert.Contains(
            "are kept and have no effect", certificates.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Empty(certificates.FindAll("form, button, article"));
    }
}
