using System.Globalization;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Localization;

internal static class ReadersLanguage
{
    extension(Languages)
    {
        /// <summary>The language of the code running now; English where the culture is none of the six.</summary>
        public static Language Current => Languages.Of(CultureInfo.CurrentUICulture) ?? Languages.English;
    }
}
