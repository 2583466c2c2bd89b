using System.Security.Cryptography;

namespace Ephyto.AdminConsole.Features.Letters.Components;

/// <summary>The file somebody compares with a letter. Nothing of it is kept but, for this request, its fingerprint.</summary>
/// <param name="Sha256">64 hexadecimal digits; empty where there is a problem.</param>
/// <param name="Problem">The key of what is wrong with it, or null.</param>
public sealed record GivenFile(string Sha256, string? Problem)
{
    /// <summary>A letter is a fraction of it.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>What is read at all: who gives a larger file than a letter is told so in a sentence.</summary>
    public const int LargestRequest = 10 * 1024 * 1024;

    internal static async Task<GivenFile> ReadAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files["file"] is not { Length: > 0 } file) return new("", "FileNeeded");
        if (file.Length > LargestFile) return new("", "FileTooLarge");

        await using var stream = file.OpenReadStream();
        return new(Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, http.RequestAborted)), null);
    }
}
