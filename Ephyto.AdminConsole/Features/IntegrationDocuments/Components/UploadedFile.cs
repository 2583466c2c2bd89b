using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Components;

/// <summary>What a person chose.</summary>
/// <param name="Name">As the browser gave it.</param>
/// <param name="Content">The whole file.</param>
/// <param name="Refusal">Why it was not read.</param>
public sealed record UploadedFile(string Name, byte[] Content, DomainError? Refusal);
