using System.Text.Json.Nodes;
using MediatR;

namespace Pricing.Application.Features.PersonalData;

/// <summary>Everything that is stored of a person, to be handed out (GDPR, article 15).</summary>
/// <param name="Kind">user or client.</param>
/// <param name="Id">Id of the user or client.</param>
public sealed record ExportPersonalData(SubjectKind Kind, Guid Id) : IRequest<PersonalDataExport>;

/// <summary>What is stored of a person.</summary>
/// <param name="Kind">user or client.</param>
/// <param name="Id">Id of the user or client.</param>
/// <param name="Data">Master data, the engagements it stands in, the mails to it, and what the audit trail says of it.</param>
public sealed record PersonalDataExport(SubjectKind Kind, Guid Id, JsonObject Data);

internal sealed class ExportPersonalDataHandler(Subjects subjects) : IRequestHandler<ExportPersonalData, PersonalDataExport>
{
    public async Task<PersonalDataExport> Handle(ExportPersonalData request, CancellationToken cancellationToken) =>
        new(request.Kind, request.Id, await subjects.Export(request.Kind, request.Id, cancellationToken));
}
