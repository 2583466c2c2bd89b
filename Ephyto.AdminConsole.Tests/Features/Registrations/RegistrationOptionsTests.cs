using Ephyto.AdminConsole.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

/// <summary>The periods of a registration are settings; a console with an impossible one does not start, and names the key.</summary>
public sealed class RegistrationOptionsTests
{
    [Fact]
    public void Without_settings_the_periods_are_those_of_the_guide() =>
        Assert.Equivalent(RegistrationPolicy.Default, new RegistrationOptions().ToPolicy(), strict: true);

    [Theory]
    [InlineData("Registration:VerifyWithinHours", "0")]
    [InlineData("Registration:ReminderDays", "3", "3")]
    [InlineData("Registration:ReminderDays", "7", "3")]
    [InlineData("Registration:ReminderDays", "0")]
    [InlineData("Registration:EscalateAfterDays", "0")]
    [InlineData("Registration:EscalateAfterDays", "12")]
    [InlineData("Registration:ExpireAfterDays", "1")]
    [InlineData("Registration:ExpireAfterDays", "14")]
    [InlineData("Registration:ResendPauseHours", "-1")]
    [InlineData("Registration:ClockSeconds", "0")]
    public async Task An_impossible_period_is_named_at_the_start(string key, params string[] values)
    {
        var isList = key == "Registration:ReminderDays";
        var settings = values.Index().ToDictionary(value => isList ? $"{key}:{value.Index}" : key, value => (string?)value.Item);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => ConsoleHost.StartAsync(settings: settings));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_periods_are_taken_from_the_settings()
    {
        await using var host = await ConsoleHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Registration:ReminderDays:0"] = "2",
            ["Registration:EscalateAfterDays"] = "5",
            ["Registration:SelfConfirmation"] = "Forbid",
        });

        var policy = host.Get<IOptions<RegistrationOptions>>().Value.ToPolicy();

        Assert.Equal([2], policy.ReminderDays);
        Assert.Equal((TimeSpan.FromDays(5), SelfConfirmationRule.Forbid), (policy.EscalateAfter, policy.SelfConfirmation));
    }
}
