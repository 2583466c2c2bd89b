namespace Ephyto.Domain.Common;

/// <summary>Something that people look for by words.</summary>
public interface ISearchable
{
    /// <summary>Its kind and id.</summary>
    SubjectRef SearchSubject { get; }

    /// <summary>
    /// What people remember of it: names, addresses, what they quote. Where a list is sorted by name, that by which it is sorted first.
    /// </summary>
    IEnumerable<string> SearchTexts { get; }

    /// <summary>The country it is of, by whose name in any language it is found too; null where it is of none.</summary>
    string? SearchCountry { get; }
}
