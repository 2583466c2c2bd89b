using CsvHelper;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>Gathers the lines of a file while it is read, and what is wrong with them.</summary>
internal sealed class CsvLines(CountryCatalogue countries)
{
    private readonly Dictionary<string, CsvLine> _lines = [];
    private readonly Dictionary<string, int> _firstOf = [];
    private readonly List<CsvFault> _faults = [];
    private CsvFault? _end;
    private int _moreFaults;
    private int _formerEntries;

    /// <summary>Lines that were read, right or wrong.</summary>
    public int Count { get; private set; }

    public bool HasFaults => _faults.Count > 0;

    public void Fail(CsvFault fault)
    {
        if (_faults.Count < DirectoryCsv.MostFaults) _faults.Add(fault);
        else _moreFaults++;
    }

    /// <summary>Why the rest was not looked at, which is told however much else there is to tell.</summary>
    public DirectoryCsv EndWith(CsvFault fault)
    {
        _end = fault;
        return ToCsv();
    }

    public void Add(CsvReader csv, CsvHeader header)
    {
        Count++;
        var number = (int)csv.LineNumber;
        if (LayoutFaults(csv, header, number).FirstOrDefault() is { } shifted)
        {
            Fail(shifted);
            return;
        }

        if (Cell(csv, header, DirectoryColumns.ValidTo).Length > 0)
        {
            _formerEntries++;
            return;
        }

        List<CsvFault> faults = [];
        var code = Country(Cell(csv, header, DirectoryColumns.Country), number, faults);
        var cells = Cells(csv, header, number, faults);
        foreach (var fault in faults) Fail(fault);
        if (code is not null && !IsDouble(code, number) && faults.Count == 0) _lines.Add(code, new(number, code, cells));
    }

    public DirectoryCsv ToCsv() =>
        new([.. _lines.Values], [.. _faults, .. _end is null ? [] : new[] { _end }], _moreFaults, _formerEntries);

    private static IEnumerable<CsvFault> LayoutFaults(CsvReader csv, CsvHeader header, int number)
    {
        for (var index = 0; index < csv.FieldCount; index++)
        {
            if (index < header.Names.Length && header.Names[index].Length > 0 || csv.GetString(index).Trim().Length == 0) continue;
            yield return index < header.Names.Length
                ? new(CsvFaultKind.UnnamedColumn, number, null, index + 1)
                : new(CsvFaultKind.TooManyCells, number, null, csv.FieldCount, header.Names.Length);
        }
    }

    private static string Cell(CsvReader csv, CsvHeader header, string name) =>
        header.IndexOf(name) is var index and >= 0 && index < csv.FieldCount ? csv.GetString(index).Trim() : "";

    private string? Country(string cell, int number, List<CsvFault> faults)
    {
        if (countries.Find(cell) is { } country) return country.Code;

        // Who wrote a name or three letters is told the two letters, where there is no doubt.
        CsvFault fault = cell.Length == 0 ? new(CsvFaultKind.CountryMissing, number, DirectoryColumns.Country)
            : cell.Length is > 2 and < 60 && _faults.Count < DirectoryCsv.MostFaults && countries.Search(cell) is [var meant]
            ? new(CsvFaultKind.LooksLikeCountry, number, DirectoryColumns.Country, cell, meant.Code)
            : new(CsvFaultKind.UnknownCountry, number, DirectoryColumns.Country, cell.Length > 40
                ? $"{FreeText.Beginning(cell, 40)}…" : cell);
        faults.Add(fault);
        return null;
    }

    private static List<(DirectoryColumn Column, string Text)> Cells(CsvReader csv, CsvHeader header, int number, List<CsvFault> faults)
    {
        List<(DirectoryColumn Column, string Text)> cells = [];
        foreach (var column in DirectoryColumns.OfEntry.Where(column => header.IndexOf(column.Name) >= 0))
        {
            var (text, fault) = CsvCells.Read(Cell(csv, header, column.Name), column, number);
            if (fault is not null) faults.Add(fault);
            cells.Add((column, text));
        }

        var told = faults.Select(fault => fault.Column).ToHashSet();
        faults.AddRange(InputFaults(number, cells).Where(fault => !told.Contains(fault.Column)));
        return cells;
    }

    /// <summary>What the form would refuse, too.</summary>
    private static IEnumerable<CsvFault> InputFaults(int number, List<(DirectoryColumn Column, string Text)> cells) =>
        from fault in new CsvLine(number, "", cells).InputAfter(null).Faults()
        let column = DirectoryColumns.OfEntry.First(column => column.Label == fault.Field)
        select new CsvFault(
            fault.Error == NameErrors.HoldsWebAddress ? CsvFaultKind.WebAddress
            : fault.Error == NameErrors.NoLetters ? CsvFaultKind.NoLetters
            : fault.Error == EmailAddressErrors.CurlyApostrophe ? CsvFaultKind.CurlyApostrophe
            : fault.Field switch
            {
                "Kind" => CsvFaultKind.UnknownKind,
                "Email" => CsvFaultKind.InvalidEmail,
                "PreferredLanguage" => CsvFaultKind.UnknownLanguage,
                _ => CsvFaultKind.NothingThere,
            }, number, column.Name);

    private bool IsDouble(string code, int number)
    {
        if (_firstOf.TryAdd(code, number)) return false;

        _lines.Remove(code);
        Fail(new(CsvFaultKind.DoubleCountry, number, DirectoryColumns.Country, code, _firstOf[code], number));
        return true;
    }
}
