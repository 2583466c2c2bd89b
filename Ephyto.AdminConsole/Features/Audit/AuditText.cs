namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>The texts of the audit trail: its sentences, for everybody, and the page of the hub.</summary>
internal sealed class AuditText;
