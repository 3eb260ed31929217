using System.Globalization;
using Pricing.Application.Errors;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.Proposals;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Crm;

/// <summary>An offer as CRMs hold it: a deal whose lines add to its amount, to the cent. Made from what a client may see, and from nothing else.</summary>
/// <param name="EngagementId">The engagement.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Currency">Currency of every amount.</param>
/// <param name="Amount">Net fee of the recommended option.</param>
/// <param name="Option">Name of that option.</param>
/// <param name="CloseDate">Day of the decision.</param>
/// <param name="Lines">What the amount is for, in order.</param>
internal sealed record CrmDeal(
    Guid EngagementId, string Name, EngagementStage Stage, Currency Currency, decimal Amount, string Option, DateOnly CloseDate, IReadOnlyList<CrmLine> Lines)
{
    /// <summary>What the deal is found by.</summary>
    public string Key => EngagementId.ToString();

    /// <summary>The offer as a CRM holds it.</summary>
    /// <param name="offer">What a client may see.</param>
    /// <param name="closeDate">Day of the decision.</param>
    /// <param name="mapping">What the CRM can hold.</param>
    /// <exception cref="UnprocessableException">It cannot hold the amounts without moving a cent.</exception>
    public static CrmDeal Of(OfferView offer, DateOnly closeDate, CrmMapping mapping)
    {
        var option = offer.Options.Single(option => option.Recommended);
        var currency = Currency.Of(offer.Currency);
        var lines = WithRounding(offer.Lines, option.Net);
        if (!mapping.TakesNegativeLines)
            lines = DiscountedLines.Of(lines, currency, option.Net);
        var numbered = lines.Select((line, i) => new CrmLine(KeyOf(offer.Id, i + 1), i + 1, line.Name, line.Amount)).ToList();
        foreach (var amount in numbered.Select(line => line.Amount).Append(option.Net))
            Check(amount, currency, mapping);
        if (numbered.Sum(line => line.Amount) != option.Net)
            throw new InvalidOperationException("The lines do not add to the fee.");
        return new(offer.Id, offer.Name, offer.Stage, currency, option.Net, option.Name, closeDate, numbered);
    }

    /// <summary>Whether a key is that of a line of the deal, one that is no longer there included.</summary>
    public bool Owns(string? lineKey) => lineKey?.StartsWith($"{EngagementId}-", StringComparison.Ordinal) == true;

    // Lines and fee are rounded each for itself; what is between them is a line of its own.
    private static List<NamedAmount> WithRounding(IReadOnlyList<OfferLine> offered, decimal net)
    {
        var lines = offered.Where(line => line.Amount != 0).Select(line => new NamedAmount(NameOf(line), line.Amount)).ToList();
        var between = net - lines.Sum(line => line.Amount);
        if (between != 0)
            lines.Add(new("Rounding", between));
        return lines;
    }

    private static string NameOf(OfferLine line) => line.Name ?? line.Group switch
    {
        PriceGroup.Service => "Agency services",
        PriceGroup.ThirdParty => "Third parties",
        PriceGroup.Success => "Success fee",
        _ => "Discount",
    };

    private static string KeyOf(Guid engagement, int position) => string.Create(CultureInfo.InvariantCulture, $"{engagement}-{position:000}");

    private static void Check(decimal amount, Currency currency, CrmMapping mapping)
    {
        var decimals = Math.Min(currency.Decimals, mapping.MostDecimals ?? currency.Decimals);
        if (DiscountedLines.Units(amount, decimals) is null)
            throw new UnprocessableException(
                "crm-amount", string.Create(CultureInfo.InvariantCulture, $"{mapping.Kind} holds {decimals} decimals, and {amount} {currency.Code} has more; nothing is sent, so that none is rounded away."));
        if (Math.Abs(amount) > 1_000_000_000_000m)
            throw new UnprocessableException("crm-amount", $"{mapping.Kind} holds amounts up to 1,000,000,000,000.");
    }
}

/// <summary>A line of a deal.</summary>
/// <param name="Key">What it is found by: the engagement's id and its place.</param>
/// <param name="Position">Its place, counted from 1.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Amount">Its net amount, which is its unit price.</param>
internal sealed record CrmLine(string Key, int Position, string Name, decimal Amount);

/// <summary>A line without its place.</summary>
internal sealed record NamedAmount(string Name, decimal Amount);
