using MediatR;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Audit;

namespace Pricing.Api.Endpoints;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var audit = app.MapApi("/audit", Tags.Administration);
        audit.MapGet("", List).WithName("ListAudit").WithSummary("List who changed what").Needs(Right.ReadAudit)
            .WithDescription("Every change with who made it, when, and what stood there before and after; of one record, of one person, or since a time.").Produces<Page<AuditEntryView>>();
        audit.MapGet("/verification", Verify).WithName("VerifyAudit").WithSummary("Check that nobody has rewritten the audit trail").Needs(Right.ReadAudit)
            .WithDescription("Walks the chain of entries from the first to the last and compares it with the heads kept outside the database; names the first entry that is not what was written.")
            .Produces<AuditVerification>();
    }

    private static Task<Page<AuditEntryView>> List(
        IMediator mediator, CancellationToken cancellationToken, Guid? recordId = null, Guid? userId = null, DateTimeOffset? from = null, int? limit = null, string? after = null) =>
        mediator.Send(new ListAudit(recordId, userId, from, limit, after), cancellationToken);

    private static Task<AuditVerification> Verify(IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new VerifyAudit(), cancellationToken);
}
