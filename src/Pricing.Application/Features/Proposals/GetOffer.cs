using MediatR;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Proposals;

/// <summary>What a client may see of an engagement, as figures: what a CRM reads. Once a proposal of it is accepted, that is the offer: the accepted option with the chosen lines.</summary>
/// <param name="Id">Id of the engagement.</param>
public sealed record GetOffer(Guid Id) : IRequest<OfferView>;

/// <summary>An engagement from the client's side. It has no member for cost, margin, profit or floor, nor for what one of them could be derived from.</summary>
/// <param name="Id">Id of the engagement.</param>
/// <param name="Name">Name.</param>
/// <param name="ClientId">The client; null where none is stored.</param>
/// <param name="Stage">Where it stands on its way to a contract.</param>
/// <param name="Currency">ISO 4217 code of every amount.</param>
/// <param name="VatRate">VAT rate, a fraction.</param>
/// <param name="Options">The fee structures on offer, highest expected fee first.</param>
/// <param name="Lines">Lines of the recommended option, named in the language of the accepted proposal, else in English; with the line for rounding they add to its net fee.</param>
public sealed record OfferView(
    Guid Id, string Name, Guid? ClientId, EngagementStage Stage, string Currency, decimal VatRate, IReadOnlyList<OfferOption> Options, IReadOnlyList<OfferLine> Lines);

/// <summary>A fee structure on offer.</summary>
/// <param name="Letter">A, B or C.</param>
/// <param name="Name">Its name.</param>
/// <param name="Recommended">Whether the agency recommends it.</param>
/// <param name="Net">Expected fee.</param>
/// <param name="Vat">VAT on it.</param>
/// <param name="Gross">Net and VAT.</param>
/// <param name="LowestFee">Smallest fee over the modelled outcomes and efforts; no bound of what the contract allows.</param>
/// <param name="HighestFee">Largest fee over the modelled outcomes and efforts; no bound of what the contract allows.</param>
public sealed record OfferOption(string? Letter, string Name, bool Recommended, decimal Net, decimal Vat, decimal Gross, decimal LowestFee, decimal HighestFee);

/// <summary>A line of the price.</summary>
/// <param name="Group">service, thirdParty, success or discount.</param>
/// <param name="Name">What it is; null where the group says all.</param>
/// <param name="Amount">Its amount.</param>
public sealed record OfferLine(PriceGroup Group, string? Name, decimal Amount);

internal sealed class GetOfferHandler(PricingDb db, Actor actor) : IRequestHandler<GetOffer, OfferView>
{
    public async Task<OfferView> Handle(GetOffer request, CancellationToken cancellationToken)
    {
        var engagement = await db.ReadEngagement(request.Id, cancellationToken);
        var (proposal, language) = await Accepted(engagement.Id, cancellationToken) ?? (Offered(engagement), DocumentLanguage.En);
        var currency = proposal.Currency;
        return new(
            engagement.Id, engagement.Name, engagement.ClientId, engagement.Stage, currency.Code, proposal.VatRate,
            [.. proposal.Options.Select(option => new OfferOption(
                option.Letter, option.Name, option.IsRecommended, option.Net, option.Vat, option.Gross, option.LowestFee.ToMinorUnit(currency), option.HighestFee.ToMinorUnit(currency)))],
            LinesOf(proposal.Recommended, language, currency));
    }

    private static List<OfferLine> LinesOf(FeeOption option, DocumentLanguage language, Currency currency)
    {
        var lines = option.Lines.Select(line => new OfferLine(line.Group, ShownLines.NameOf(line, language, currency), line.Amount.ToMinorUnit(currency))).ToList();
        if (ShownLines.RoundingOf(option, language, currency) is { } rounding)
            lines.Add(new(PriceGroup.Service, rounding.Name, rounding.Amount));
        return lines;
    }

    private ClientProposal Offered(EngagementRecord engagement)
    {
        var comparison = engagement.Compare();
        return ProposalDraft.From(comparison, engagement.OfferOf(comparison, actor));
    }

    // An engagement is agreed once; of those that were agreed twice before that was so, the proposal that stands by itself counts.
    private async Task<(ClientProposal, DocumentLanguage)?> Accepted(Guid engagementId, CancellationToken cancellationToken)
    {
        var accepted = await db.ProposalVersions.AsNoTracking()
            .Where(version => version.State == ProposalState.Accepted && !version.IsTest && db.Proposals.Any(proposal => proposal.Id == version.ProposalId && proposal.EngagementId == engagementId))
            .OrderByDescending(version => db.Proposals.Any(proposal => proposal.Id == version.ProposalId && proposal.ChangesId == null))
            .ThenByDescending(version => version.UpdatedAt).ThenByDescending(version => version.Id).FirstOrDefaultAsync(cancellationToken);
        return accepted is null ? null : (DrawnUpProposal.Of(accepted).Agreed(accepted.Decided!), accepted.Frozen!.DocumentLanguage);
    }
}
