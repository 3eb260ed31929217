using Pricing.Application.Errors;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.LegalEntities;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>Who supplies whom, which decides where a service between businesses is taxed (Art. 44 Directive 2006/112/EC).</summary>
/// <param name="Issuer">The company that issues the proposal.</param>
/// <param name="Client">The client; null where none is stored.</param>
/// <param name="Recipient">Who receives the proposal, as stated; null for nothing.</param>
internal sealed record VatParties(LegalEntityRecord Issuer, Client? Client, RecipientTerms? Recipient)
{
    private string? Number => Recipient?.VatId;

    /// <summary>The treatment of who states none: another member state needs both numbers, and without them the agency owes its own country's tax.</summary>
    public VatTreatment Usual(VatArea area) => Place(area) switch
    {
        null => VatTreatment.Domestic,
        var country when country == Issuer.Country => VatTreatment.Domestic,
        var country when area.Has(country) && area.Has(Issuer.Country) => Number is not null && Issuer.VatId is not null ? VatTreatment.ReverseCharge : VatTreatment.Domestic,
        _ => VatTreatment.ThirdCountry,
    };

    /// <summary>What contradicts a treatment. A domestic one contradicts nothing: the recipient may have an establishment in the company's country.</summary>
    public IEnumerable<Fault> Faults(VatTreatment treatment, VatArea area)
    {
        if (treatment == VatTreatment.Domestic)
            yield break;
        if (treatment == VatTreatment.ReverseCharge && Issuer.VatId is null)
            yield return new("/vat/treatment", "Reverse charge needs the VAT identification number of the legal entity: state it there.");
        if (treatment == VatTreatment.ReverseCharge && Number is null)
            yield return new("/recipient/vatId", "Reverse charge needs the VAT identification number of the recipient.");
        if (Place(area) is { } country && WhyNot(treatment, country, area) is { } why)
            yield return new("/vat/treatment", $"{why} The recipient is taken to be in {country}, {(Number is null ? "where the client is" : "where its VAT identification number is from")}.");
    }

    private string? WhyNot(VatTreatment treatment, string country, VatArea area)
    {
        if (country == Issuer.Country)
            return $"Company and recipient are both in {country}: the service is domestic.";
        var isWithin = area.Has(country) && area.Has(Issuer.Country);
        return treatment switch
        {
            VatTreatment.ReverseCharge when !isWithin => "Reverse charge is between member states of the Union: state thirdCountry.",
            VatTreatment.ThirdCountry when isWithin => "Company and recipient are both in the Union: state reverseCharge.",
            _ => null,
        };
    }

    private string? Place(VatArea area) => Number is { } number ? area.CountryOf(number) : Client?.Country;
}
