using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>How strong a recovery code is, and what is said where none was typed.</summary>
public sealed class SecondFactorCodeTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Email = "awa@example.org";

    [Fact]
    public async Task A_recovery_code_has_120_random_bits_in_six_groups_and_one_of_before_goes_on_working()
    {
        var (user, codes) = await EnrolledAsync();
        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$", code));
        const string Former = "0123456789ABCDEF";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id:N}:{Former}")));
        await Host.AddAsync(new RecoveryCode { UserId = user.Id, Hash = hash });

        using var client = Host.CreateClient();
        using var answer = await client.SignInWithCodeAsync(Email, "0123-4567-89ab-cdef");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(await Host.Get<IdentitySecondFactor>().UseCodeAsync(user.Id, Former, CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_code_is_asked_for_and_is_no_failed_attempt()
    {
        var (_, codes) = await EnrolledAsync();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var client = Host.CreateClient();
            using var empty = await client.SignInWithCodeAsync(Email, "  ");
            var page = await empty.Content.ReadAsStringAsync();
            Assert.Contains("Enter a code.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("This code is not right", page, StringComparison.Ordinal);
        }

        using var right = Host.CreateClient();
        using var answer = await right.SignInWithCodeAsync(Email, codes[0]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<(ConsoleUser User, IReadOnlyList<string> Codes)> EnrolledAsync()
    {
        var user = await Host.AccountAsync(Email);
        using var client = await Host.SignedInAsync(Email);
        return (user, (await Host.SetUpAuthenticatorAsync(client)).RecoveryCodes);
    }
}
