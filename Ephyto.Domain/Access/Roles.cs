namespace Ephyto.Domain.Access;

/// <summary>A role inside one NPPO.</summary>
public enum NppoRole
{
    Administrator,
    Integrator,
    Viewer,
}

/// <summary>A role in the hub itself.</summary>
public enum HubRole
{
    HubAdministrator,
    SecretariatOfficer,
    Auditor,
}
