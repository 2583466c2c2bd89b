using System.Text.Json;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A device that keeps passkeys and always knows its owner, in the browser of a test.</summary>
internal sealed class PasskeyDevice
{
    private readonly ICDPSession _browser;
    private readonly string _id;

    private PasskeyDevice(ICDPSession browser, string id) => (_browser, _id) = (browser, id);

    public static async Task<PasskeyDevice> AddToAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var added = await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return new(browser, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    public async Task<int> CountAsync() => (await PasskeysAsync()).Count;

    /// <summary>As a passkey comes to the other devices of its owner.</summary>
    public async Task GiveToAsync(PasskeyDevice other)
    {
        foreach (var passkey in await PasskeysAsync())
            await other._browser.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = other._id, ["credential"] = passkey });
    }

    private async Task<List<Dictionary<string, object>>> PasskeysAsync() =>
        [.. (await _browser.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _id }))!.Value.GetProperty("credentials")
            .EnumerateArray()
            .Select(passkey => passkey.EnumerateObject().ToDictionary(part => part.Name, part => ValueOf(part.Value)))];

    private static object ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetString()!,
    };
}
