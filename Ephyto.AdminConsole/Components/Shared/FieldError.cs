namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>A sentence about one field, or about the whole form where <paramref name="Field"/> is null.</summary>
public sealed record FieldError(string? Field, string Sentence);
