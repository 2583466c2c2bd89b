using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>A file as it was understood, before it is compared with anything.</summary>
/// <param name="Lines">Those without a fault, one for a country.</param>
/// <param name="Faults">The first <see cref="MostFaults"/> of them, and why the rest of the file was not looked at.</param>
/// <param name="MoreFaults">How many more there are.</param>
/// <param name="FormerEntries">Lines of entries that have ended, which are history and not taken.</param>
public sealed record DirectoryCsv(IReadOnlyList<CsvLine> Lines, IReadOnlyList<CsvFault> Faults, int MoreFaults, int FormerEntries)
{
    public const int MostFaults = 100;

    public static DirectoryCsv Unreadable(CsvFault fault) => new([], [fault], 0, 0);

    /// <summary>What the file means for the directory as it is. Where a line has a fault, nobody is taken as unnamed.</summary>
    public IReadOnlyList<DirectoryChange> ChangesTo(IReadOnlyCollection<ContactPoint> current, UnnamedCountries unnamed)
    {
        var before = current.ToDictionary(entry => entry.CountryCode, entry => entry.Details);
        var wanted = Lines.ToDictionary(line => line.CountryCode, line => line.DetailsAfter(before.GetValueOrDefault(line.CountryCode)));
        return DirectoryChange.Compare(current, wanted, Faults.Count > 0 ? UnnamedCountries.Keep : unnamed);
    }
}

/// <param name="Number">Where it begins in the file, from 1.</param>
/// <param name="Cells">Of the columns that the file has.</param>
public sealed record CsvLine(int Number, string CountryCode, IReadOnlyList<(DirectoryColumn Column, string Text)> Cells)
{
    /// <summary>A column that the file does not have leaves what is on file; an empty cell empties it.</summary>
    public ContactPointDetails DetailsAfter(ContactPointDetails? before) => InputAfter(before).ToDetails();

    public ContactPointInput InputAfter(ContactPointDetails? before)
    {
        var input = before is null ? new ContactPointInput() : ContactPointInput.Of(before);
        foreach (var (column, text) in Cells) column.Set(input, text);
        return input;
    }
}
