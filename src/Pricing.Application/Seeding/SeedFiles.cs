using System.Text.Json;
using System.Text.Json.Serialization;
using Pricing.Application.Contract;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Crm;
using Pricing.Application.Features.Deliverables;
using Pricing.Application.Features.EffortProfiles;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.ExchangeRates;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Features.PriceBook;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Outbox;
using DeliverableKind = Pricing.Application.Features.Deliverables.DeliverableKind;

namespace Pricing.Application.Seeding;

/// <summary>The seed files, read strictly: a typing error is an error and names its place.</summary>
/// <param name="Folder">Folder of the files.</param>
public sealed record SeedFiles(string Folder)
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    internal AgencyFile Agency => Read<AgencyFile>("agency.json");

    internal IReadOnlyList<ClientEntry> Clients => Read<ClientsFile>("clients.json").Clients;

    internal IReadOnlyList<RateCardEntry> RateCards => Read<RateCardsFile>("rate-cards.json").RateCards;

    internal IReadOnlyList<ProfileEntry> EffortProfiles => Read<ProfilesFile>("effort-profiles.json").Profiles;

    internal IReadOnlyList<PriceEntryFile> PriceBook => Read<PriceBookFile>("price-book.json").Entries;

    internal IReadOnlyList<DeliverableEntry> Deliverables => Read<DeliverablesFile>("deliverables.json").Deliverables;

    internal IReadOnlyList<EngagementEntry> Engagements =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "engagements"), "*.json").Order(StringComparer.Ordinal).Select(Read<EngagementEntry>)];

    internal IReadOnlyList<AddExchangeRate> ExchangeRates => Read<ExchangeRatesFile>("exchange-rates.json").ExchangeRates;

    internal IReadOnlyList<RetentionEntry> Retention => Read<RetentionFile>("retention.json").Retention;

    /// <summary>How long what has happened and what was sent is kept.</summary>
    internal IReadOnlyList<LogPeriod> Logs => Read<RetentionFile>("retention.json").Logs;

    /// <summary>Words of mail about proposals.</summary>
    internal MailsFile ProposalMails => Read<MailsFile>(Path.Combine("proposals", "mail.json"));

    internal IReadOnlyList<ProposalEntry> Proposals => Read<ProposalsFile>(Path.Combine("proposals", "proposals.json")).Proposals;

    /// <summary>Clauses of proposals.</summary>
    internal ClausesFile Clauses => Read<ClausesFile>(Path.Combine("proposals", "clauses.json"));

    /// <summary>Duties, notes and texts of proposals.</summary>
    internal RulesFile ProposalRules => Read<RulesFile>(Path.Combine("proposals", "rules.json"));

    internal IReadOnlyList<ScenarioEntry> Scenarios => Read<ScenariosFile>("scenarios.json").Scenarios;

    /// <summary>How a CRM calls what is sent to it.</summary>
    internal CrmMapping MappingOf(CrmKind kind)
    {
        var mapping = Read<CrmMapping>(Path.Combine("crm", $"{EnumCode.Of(kind)}.json")).Checked();
        return mapping.Kind == kind ? mapping : throw new InvalidDataException($"The mapping of {kind} says that it is that of {mapping.Kind}.");
    }

    private T Read<T>(string file)
    {
        var path = Path.Combine(Folder, file);
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Options) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    internal sealed record AgencyFile(
        string Key, string Name, string LegalName, string Address, ContactEntry Contact, IReadOnlyList<PersonEntry> People, string BrandColour, string TimeZone, string Currency,
        DriftLimitsEntry DriftLimits, ReviseApprovalRules ApprovalRules, CreateLegalEntity LegalEntity, JsonElement Defaults, JsonElement Sources);

    internal sealed record RetentionFile(IReadOnlyList<RetentionEntry> Retention, IReadOnlyList<LogPeriod> Logs);

    internal sealed record LogPeriod(LogKind Kind, int Days, DateOnly ValidFrom, string Basis);

    internal sealed record RetentionEntry(string Kind, int Years, DateOnly ValidFrom, string Basis, string Source);

    internal sealed record PersonEntry(string Key, string Name, string Email, UserRole Role);

    internal sealed record DriftLimitsEntry(decimal Margin, decimal CertaintyEquivalent);

    internal sealed record ExchangeRatesFile(IReadOnlyList<AddExchangeRate> ExchangeRates);

    internal sealed record ContactEntry(string Name, string Function, string Email);

    internal sealed record ClientsFile(IReadOnlyList<ClientEntry> Clients);

    internal sealed record ClientEntry(
        string Key, string Name, string Country, string Language, string TimeZone, string Currency, bool InputTaxDeductible, string? Industry = null, string? Notes = null)
    {
        public CreateClient Terms => new()
        {
            Name = Name,
            Country = Country,
            Language = Language,
            TimeZone = TimeZone,
            Currency = Currency,
            InputTaxDeductible = InputTaxDeductible,
            Industry = Industry,
            InternalNotes = Notes,
        };
    }

    internal sealed record RateCardsFile(IReadOnlyList<RateCardEntry> RateCards);

    internal sealed record RateCardEntry(
        string Code, string Name, DateOnly ValidFrom, string Currency, decimal Discount, decimal Realisation, string Source, IReadOnlyList<CardRole> Roles,
        string? Client = null, DateOnly? ValidTo = null)
    {
        public CreateRateCard Terms => new()
        {
            Code = Code,
            Name = Name,
            ClientId = Client is null ? null : SeedIds.Of("client", Client),
            Currency = Currency,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Discount = Discount,
            Realisation = Realisation,
            Source = Source,
            Roles = Roles,
        };
    }

    internal sealed record ProfilesFile(IReadOnlyList<ProfileEntry> Profiles);

    internal sealed record ProfileEntry(string Code, string Title, decimal Optimistic, decimal MostLikely, decimal Pessimistic, string Source)
    {
        public CreateEffortProfile Terms => new()
        {
            Code = Code,
            Title = Title,
            Optimistic = Optimistic,
            MostLikely = MostLikely,
            Pessimistic = Pessimistic,
            Source = Source,
        };
    }

    internal sealed record PriceBookFile(IReadOnlyList<PriceEntryFile> Entries);

    internal sealed record PriceEntryFile(
        string Code, string Vendor, string Model, string Modality, string Unit, decimal Price, string Currency, DateOnly ValidFrom, string Source,
        DateOnly RetrievedOn, PriceStatus Status, DateOnly? ValidTo = null, string? Successor = null, decimal? MaximumClipSeconds = null, decimal? AcceptanceProbability = null,
        decimal? ReviewMinutesPerAttempt = null, string? Note = null)
    {
        public AddPrice Terms => new()
        {
            Code = Code,
            Vendor = Vendor,
            Model = Model,
            Modality = Modality,
            Unit = Unit,
            Price = Price,
            Currency = Currency,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Source = Source,
            RetrievedOn = RetrievedOn,
            Status = Status,
            Successor = Successor,
            MaximumClipSeconds = MaximumClipSeconds,
            AcceptanceProbability = AcceptanceProbability,
            ReviewMinutesPerAttempt = ReviewMinutesPerAttempt,
            Note = Note,
        };
    }

    internal sealed record DeliverablesFile(IReadOnlyList<DeliverableEntry> Deliverables);

    internal sealed record DeliverableEntry(
        string Key, string Name, DeliverableKind Kind, IReadOnlyList<string> Tags, RawJson? WorkPackage = null, RawJson? Asset = null)
    {
        public CreateDeliverable Terms => new() { Name = Name, Tags = Tags, WorkPackage = WorkPackage, Asset = Asset };
    }

    internal sealed record EngagementEntry(
        string Key, string Client, EngagementStage Stage, decimal WinProbability, DateOnly ExpectedDecision, bool IsTemplate, string InternalNotes,
        DateOnly PricingDate, OfferTerms Offer, RawJson Document, decimal? MarginLimit = null)
    {
        public CreateEngagement Terms => new()
        {
            ClientId = SeedIds.Of("client", Client),
            Stage = Stage,
            WinProbability = WinProbability,
            ExpectedDecision = ExpectedDecision,
            InternalNotes = InternalNotes,
            IsTemplate = IsTemplate,
            MarginLimit = MarginLimit,
            PricingDate = PricingDate,
            Offer = Offer,
            Document = Document,
        };
    }

    internal sealed record ProposalsFile(IReadOnlyList<ProposalEntry> Proposals);

    internal sealed record ProposalEntry(string Key, string Engagement, StoredTerms Terms);

    internal sealed record ScenariosFile(IReadOnlyList<ScenarioEntry> Scenarios);

    internal sealed record ScenarioEntry(
        string Key, string Engagement, string Name, string Note, IReadOnlyList<ProductionShift>? Production = null, decimal? Scope = null)
    {
        public CreateScenario Terms => new() { Name = Name, Note = Note, Production = Production, Scope = Scope };
    }
}
