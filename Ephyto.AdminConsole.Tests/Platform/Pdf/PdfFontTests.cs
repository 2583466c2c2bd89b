using System.Text;
using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Tests.Platform.Pdf;

/// <summary>Which names the writer puts on paper as their bearers write them.</summary>
public sealed class PdfFontTests
{
    [Theory]
    [InlineData("Direction de la protection des végétaux")]
    [InlineData("Служба защиты растений")]
    [InlineData("Υπηρεσία Φυτοπροστασίας")]
    [InlineData("Cục Bảo vệ thực vật")]
    [InlineData("Państwowa Inspekcja, Łódź ßẞ œ €")]
    [InlineData("")]
    public void What_needs_no_shaping_is_written(string text)
    {
        Assert.True(PdfFont.CanWrite(text));
        // Letters and their marks come apart on some keyboards.
        Assert.True(PdfFont.CanWrite(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("وزارة الزراعة")]
    [InlineData("משרד החקלאות")]
    [InlineData("植物保护局")]
    [InlineData("農林水産省")]
    [InlineData("กรมวิชาการเกษตร")]
    [InlineData("कृषि मंत्रालय")]
    [InlineData("Leaf \U0001F33F")]
    [InlineData("Ministry\u202Eedart")]
    [InlineData("two\nlines")]
    public void What_it_would_spoil_is_said_beforehand(string text) => Assert.False(PdfFont.CanWrite(text));
}
