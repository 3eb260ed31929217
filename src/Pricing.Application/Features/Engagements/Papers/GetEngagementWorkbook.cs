using MediatR;
using Pricing.Application.Features.Access;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Documents.Workbook;

namespace Pricing.Application.Features.Engagements.Papers;

/// <summary>The engagement as an internal workbook: every total a live formula that recalculates to the comparison's figures.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Language">Language; null for the client's.</param>
public sealed record GetEngagementWorkbook(Guid Id, DocumentLanguage? Language) : IRequest<DocumentResponse>;

internal sealed class GetEngagementWorkbookHandler(PricingDb db, Actor actor) : IRequestHandler<GetEngagementWorkbook, DocumentResponse>
{
    public async Task<DocumentResponse> Handle(GetEngagementWorkbook request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var letterhead = await Letterhead.Of(db, actor, engagement, request.Language, cancellationToken);
        var identity = letterhead.WorkbookIdentity([.. engagement.Sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => source.Value).Distinct()]);
        return new(letterhead.FileName("workbook", "xlsx"), EngagementWorkbook.Render(engagement.Compare(), identity, letterhead.Language), letterhead.Language);
    }
}
