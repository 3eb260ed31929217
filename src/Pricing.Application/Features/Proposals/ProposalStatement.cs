using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pricing.Application.Contract;
using Pricing.Application.Features.LegalEntities;
using Pricing.Documents;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>Everything that a version of a proposal says, by itself: its documents follow from it and its date, and from nothing else.</summary>
internal sealed record ProposalStatement
{
    /// <summary>Bits that nobody outside knows, the version's own id: without them, whoever knows the rest could find a figure of the inside by trying. Null in what was sent before there were any.</summary>
    public Guid? Salt { get; init; }

    /// <summary>Version of the pricing model that worked the figures out.</summary>
    public required string ModelVersion { get; init; }

    public required string Number { get; init; }

    public required int Version { get; init; }

    /// <summary>The accepted proposal that it changes; null for one that stands by itself.</summary>
    public string? Changes { get; init; }

    /// <summary>Date of the accepted version of that; null likewise, and in statements from before it was kept.</summary>
    public DateOnly? ChangesDate { get; init; }

    public required string Title { get; init; }

    /// <summary>de or en.</summary>
    public required string Language { get; init; }

    public required Issuer Issuer { get; init; }

    public required RecipientTerms Recipient { get; init; }

    /// <summary>IANA time zone in which its last day ends.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Its last day; null for so many days from its date on.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required int ValidityDays { get; init; }

    /// <summary>The documents that options price, everything spelled out, each once.</summary>
    public required IReadOnlyList<RawJson> Documents { get; init; }

    public required IReadOnlyList<StatedOption> Options { get; init; }

    /// <summary>Everything beside the fee; the duties of its AI statement are those of all days.</summary>
    public required AgreedTerms Terms { get; init; }

    /// <summary>The same content gives the same text.</summary>
    [JsonIgnore]
    public string Json => JsonSerializer.Serialize(this, ProposalJson.Options);

    /// <summary>SHA-256 of its text in hex.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));

    public static ProposalStatement Read(string json) => JsonSerializer.Deserialize<ProposalStatement>(json, ProposalJson.Options)!;

    /// <summary>Language of its documents.</summary>
    [JsonIgnore]
    public DocumentLanguage DocumentLanguage => Language == "de" ? DocumentLanguage.De : DocumentLanguage.En;

    /// <summary>The last day of a version of a date.</summary>
    public DateOnly LastDay(DateOnly date) => ValidUntil ?? date.AddDays(ValidityDays);

    /// <summary>When that day ends where the client is: at the first moment of the next one, and where clocks jump over midnight, at the first that exists.</summary>
    public DateTimeOffset ExpiresAt(DateOnly date)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var midnight = LastDay(date).AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

/// <summary>An option as a version states it.</summary>
/// <param name="Document">Position of its document.</param>
/// <param name="Structure">Position of its structure.</param>
/// <param name="IsRecommended">Whether the agency recommends it.</param>
/// <param name="Name">Its name; null for the structure's.</param>
/// <param name="Scope">Name of its scope; null where all options deliver the same.</param>
/// <param name="Split">How the price of the agency's own work is split.</param>
/// <param name="Extras">Lines that the client chooses.</param>
/// <param name="ExtraCosts">What a unit of them costs the agency, by code; null where nothing is stated.</param>
/// <param name="Reason">Why the agency recommends it, Markdown; null where it says nothing.</param>
/// <param name="Milestones">Instalments of its own; null for those of the terms.</param>
internal sealed record StatedOption(
    int Document, int Structure, bool IsRecommended, string? Name, string? Scope, IReadOnlyList<PriceShare> Split, IReadOnlyList<Extra> Extras,
    IReadOnlyDictionary<string, decimal>? ExtraCosts = null, string? Reason = null, IReadOnlyList<Milestone>? Milestones = null);

/// <summary>The company that issues a version, as it stood then.</summary>
internal sealed record Issuer(
    string Name, string ShortName, string Address, string Country, string? Register, string? VatId, string? Bank, string ContactName, string ContactFunction, string ContactEmail,
    string BrandColour, string TimeZone, string? CoverColour = null, byte[]? Logo = null)
{
    public static Issuer Of(LegalEntityRecord entity) => new(
        entity.Name, entity.ShortName, entity.Address, entity.Country, entity.Register, entity.VatId, entity.Bank, entity.ContactName, entity.ContactFunction, entity.ContactEmail,
        entity.BrandColour, entity.TimeZone, entity.CoverColour, entity.Logo);

    /// <summary>The day where the company is.</summary>
    public DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day of a moment where the company is.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => TimeZones.DayOf(moment, TimeZone);
}
