using System.Text;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>One request, as it is written on the wire.</summary>
/// <param name="Target">Path and query, already encoded, or not.</param>
/// <param name="Token">Which antiforgery token goes along: see <see cref="FuzzVisitor.TokenOf"/>.</param>
internal sealed record FuzzRequest(
    string Method, string Target, string? ContentType = null, byte[]? Body = null, string Token = "none", string Header = "")
{
    /// <summary>
    /// A form that a page showed, with everything the page wrote into it: nothing but its values keeps it from its handler.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <summary>It asks for another language than its reader, or may.</summary>
    public bool ChangesLanguage =>
        Header.StartsWith("Accept-Language", StringComparison.Ordinal) || Header.StartsWith("Cookie", StringComparison.Ordinal);

    public bool HasBody => Body is not null;

    public override string ToString()
    {
        var target = Target.Length > 160 ? $"{Target[..160]}… ({Target.Length})" : Target;
        var body = HasBody
            ? $" {ContentType} {Encoding.Latin1.GetString(Body!.AsSpan(0, Math.Min(Body!.Length, 120)))} ({Body.Length})" : "";
        return $"{Method} {target} token={Token} {(Header.Length > 160 ? $"{Header[..160]}… ({Header.Length})" : Header)}{body}";
    }

    public HttpRequestMessage ToMessage(Uri address)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var message = new HttpRequestMessage(new HttpMethod(Method),
            new Uri($"{address.GetLeftPart(UriPartial.Authority)}{Target}", options));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null) message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        if (Header.Split(": ", 2) is [var name, var value] && !message.Headers.TryAddWithoutValidation(name, value))
            message.Content?.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
