using System.Security.Cryptography;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Platform.Forms;

/// <summary>Writes and reads the field of a form that says what it was shown for.</summary>
internal sealed class ShownForms(IDataProtectionProvider protection)
{
    public const string Field = "ShownFor";
    private const byte NoPurpose = byte.MaxValue;
    private const int GuidLength = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.Forms.ShownFor");

    public string Write(ShownForm form)
    {
        var bytes = new byte[1 + (3 * GuidLength)];
        bytes[0] = form.Purpose is { } purpose ? (byte)purpose : NoPurpose;
        Guid?[] ids = [form.PersonId, form.LinkId, form.SubjectId];
        foreach (var (index, id) in ids.Index()) (id ?? Guid.Empty).TryWriteBytes(bytes.AsSpan(1 + (index * GuidLength)));
        return WebEncoders.Base64UrlEncode(_protector.Protect(bytes));
    }

    /// <summary>
    /// Leads whoever reads a page of that person's on: back to it, to the sign-in, or, where somebody else is signed in by now,
    /// to the page that says so.
    /// </summary>
    /// <param name="person">To whom the page was shown.</param>
    /// <param name="wanted">The page.</param>
    /// <param name="over">Why the session is over, where it is.</param>
    public string AddressAfter(Guid person, string wanted, SessionOver? over) =>
        $"{ShownFormGuard.ProblemPath}?form={Write(new ShownForm(person))}&returnUrl={LocalUrl.Return(wanted)}"
            + $"{(over is null ? "" : $"&done={over.Code}")}";

    /// <returns>Null where it was not written by this console.</returns>
    public ShownForm? Read(string? field)
    {
        if (string.IsNullOrEmpty(field)) return null;
        try
        {
            var bytes = _protector.Unprotect(WebEncoders.Base64UrlDecode(field));
            return new ShownForm(IdAt(bytes, 0), bytes[0] == NoPurpose ? null : (LinkPurpose)bytes[0], IdAt(bytes, 1), IdAt(bytes, 2));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static Guid? IdAt(byte[] bytes, int index) =>
        new Guid(bytes.AsSpan(1 + (index * GuidLength), GuidLength)) is var id && id != Guid.Empty ? id : null;
}
