namespace Ephyto.AdminConsole.Features.ContactPoints;

/// <summary>The words of the directory's pages.</summary>
internal sealed class ContactPointText;
