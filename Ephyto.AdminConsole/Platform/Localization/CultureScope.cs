using System.Globalization;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>
/// Runs code in another reader's language: <c>using (CultureScope.Enter("fr")) { … }</c>.
/// The culture flows into what is awaited inside the scope and is put back at its end.
/// </summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    private CultureScope(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>Enters the language with this code; an unknown code reads English.</summary>
    public static CultureScope Enter(string? code) => new((Languages.Find(code) ?? Languages.English).Culture);

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
    }
}
