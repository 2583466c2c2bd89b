namespace Ephyto.AdminConsole.Features.ContactPoints;

/// <summary>The texts of the directory's pages.</summary>
internal sealed class ContactPointText;
