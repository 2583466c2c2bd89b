namespace Ephyto.AdminConsole.Components.Emails;

/// <summary>Marks the resource file of what pages say of the messages about their subject.</summary>
internal sealed class SubjectEmailsText;
