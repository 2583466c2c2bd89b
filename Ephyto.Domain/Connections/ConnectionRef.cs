namespace Ephyto.Domain.Connections;

/// <summary>Names a connection where only that is asked for.</summary>
/// <param name="Code">Its routing code, which never changes.</param>
public sealed record ConnectionRef(Guid Id, string Code);
