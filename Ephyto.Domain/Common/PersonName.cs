namespace Ephyto.Domain.Common;

/// <summary>A person's name as one line, from what of it is known.</summary>
public static class PersonName
{
    /// <returns>
    /// The parts in their order, without those that are empty; empty where all are. Names kept before every text was cleaned may hold
    /// several blanks in a row: there is one.
    /// </returns>
    public static string Of(params IEnumerable<string?> parts) =>
        string.Join(' ', parts.Select(part => FreeText.Line(part)).OfType<string>());
}
