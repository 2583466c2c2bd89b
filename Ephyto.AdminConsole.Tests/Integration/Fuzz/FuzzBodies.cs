using System.Text;
using Ephyto.AdminConsole.Platform.Forms;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>Bodies as no page of the console sends them.</summary>
internal static class FuzzBodies
{
    private const string Form = "application/x-www-form-urlencoded";

    public static readonly string[] OddValues =
    [
        "", "%00", "%FF%FE", "%ED%A0%80", "%C3%B4t%C3%A9", "-1", "99999999999999999999", "0000-13-45", "%2Fc%C3%B4te", "%5C%5Cevil.example",
        "javascript%3Aalert(1)",
        "%3Cscript%3E", "..%2F..%2Fetc%2Fpasswd", "00000000-0000-0000-0000-000000000000", "%E2%80%AE%E2%81%A6x",
        "%0D%0ASet-Cookie%3A%20a%3Db", "true", "NaN", "%F0%A0%AE%B7", "%25", "%",
        new('x', 3000),
    ];

    /// <summary>A form under a name that the page expects, with a value that it does not.</summary>
    /// <param name="shownFor">What the page wrote into the form beside the token, where a page showed it.</param>
    public static FuzzRequest FormTo(
        string target, IEnumerable<string> names, string? handler, string token, string tokenValue, Random chance, string? shownFor = null)
    {
        var fields = names.Select(name => $"{Uri.EscapeDataString(name)}={Pick(OddValues, chance)}").ToList();
        if (handler is not null) fields.Add($"_handler={Uri.EscapeDataString(handler)}");
        if (tokenValue.Length > 0) fields.Add($"__RequestVerificationToken={Uri.EscapeDataString(tokenValue)}");
        if (shownFor is not null) fields.Add($"{ShownForms.Field}={Uri.EscapeDataString(shownFor)}");
        // As a browser says it of the console's own page, or as one that says nothing.
        var site = chance.Next(2) == 0 ? "Sec-Fetch-Site: same-origin" : "";
        return new("POST", target, Form, Encoding.UTF8.GetBytes(string.Join('&', fields)), token, site) { IsWhole = token == "own"
            && shownFor is not null };
    }

    public static FuzzRequest Any(string method, string target, string tokenValue, string token, Random chance)
    {
        var (type, body) = chance.Next(13) switch
        {
            0 => (Form,
                Bytes($"__RequestVerificationToken={Uri.EscapeDataString(tokenValue)}&words=abc&reason=0&_handler=sign-in&_handler=code")),
            1 => (Form, Bytes($"words={Pick(OddValues, chance)}&__RequestVerificationToken={Uri.EscapeDataString(tokenValue)}")),
            2 => (Form, Bytes(string.Join('&', Enumerable.Range(0, 1100).Select(i => $"f{i}=1")))),
            3 => (Form, Bytes($"{new string('k', 3000)}=1&__RequestVerificationToken={Uri.EscapeDataString(tokenValue)}")),
            4 => ("multipart/form-data; boundary=b",
                Bytes($"--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{tokenValue}\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\u00f4.pdf\"\r\n\r\n%PDF-1.7\r\n--b--\r\n")),
            5 => ("multipart/form-data; boundary=b",
                Bytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF cut off")),
            6 => ("multipart/form-data", Bytes("no boundary at all")),
            7 => ("application/json", Bytes("{\"words\": [")),
            8 => ("application/octet-stream", Binary(chance, 512)),
            9 => ("text/plain; charset=nowhere", Binary(chance, 64)),
            10 => ($"{Form}; charset={Pick(["utf-7", "utf-32", "bogus"], chance)}",
                Bytes($"words=abc&__RequestVerificationToken={Uri.EscapeDataString(tokenValue)}")),
            11 => ("multipart/form-data; boundary=b",
                Bytes("--b\r\nContent-Disposition: form-data; name=\"words\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+AGE-\r\n"
                    + "--b--\r\n")),
            _ => ("not a type", Binary(chance, 64)),
        };
        return new(method, target, type, body, token);
    }

    public static T Pick<T>(IReadOnlyList<T> from, Random chance) => from[chance.Next(from.Count)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Binary(Random chance, int length)
    {
        var bytes = new byte[length];
        chance.NextBytes(bytes);
        return bytes;
    }
}
