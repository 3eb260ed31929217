using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Features.LegalEntities;
using Pricing.Application.Features.Scenarios;
using Pricing.Application.Persistence;
using Pricing.Documents;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Proposals;

/// <summary>Works out what a version says as things stand: its terms, with everything they leave open filled from engagement, scenarios, company and library.</summary>
internal sealed partial class ProposalDrafting(PricingDb db, ProposalLibrary library, Actor actor, TimeProvider time)
{
    private static readonly string ModelVersion = typeof(Comparison).Assembly.GetName().Version!.ToString();

    /// <summary>What a version says today.</summary>
    /// <exception cref="InvalidRequestException">The terms name what does not exist or may not go to a client.</exception>
    /// <exception cref="UnprocessableException">No structure of the engagement may go to a client.</exception>
    public async Task<ProposalStatement> State(ProposalRecord proposal, ProposalVersion version, CancellationToken cancellationToken)
    {
        var terms = version.StatedTerms;
        var engagement = await db.ReadEngagement(proposal.EngagementId, cancellationToken);
        var issuer = await db.LegalEntities.AsNoTracking().SingleAsync(entity => entity.Id == proposal.LegalEntityId, cancellationToken);
        var changes = proposal.ChangesId is { } id ? await db.Proposals.AsNoTracking().SingleAsync(other => other.Id == id, cancellationToken) : null;
        var changesDate = changes is null ? null : await db.ProposalVersions.AsNoTracking().Where(other => other.ProposalId == changes.Id && other.State == ProposalState.Accepted).Select(other => other.Date).SingleAsync(cancellationToken);
        var clientId = engagement.ClientId ?? changes?.ClientId;
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == clientId, cancellationToken);
        var language = terms.Language ?? (client?.Language == "en" ? "en" : "de");
        var faults = Undrawable(JsonNode.Parse(version.Terms)!, "").ToList();
        var options = await PricedOptions(terms, engagement, faults, cancellationToken);
        var vat = VatOf(terms, options[0].Comparison.Engagement.Document, new(issuer, client, terms.Recipient), language, faults);
        if (terms.Clauses?.Index().Where(code => !library.Codes.Contains(code.Item)).Select(code => new Fault($"/clauses/{code.Index}", $"The library has no such clause; it has {string.Join(", ", library.Codes)}.")) is { } unknown)
            faults.AddRange(unknown);
        if (faults.Count > 0)
            throw new InvalidRequestException(faults);

        var plan = new UsualPlan(library.Text("milestoneOrder", language), library.Text("milestoneMonthly", language), library.Text("milestoneAcceptance", language), library.Text("milestoneSuccess", language));
        var documents = options.Select(option => option.Comparison.Engagement.Document).Distinct(ReferenceEqualityComparer.Instance).Cast<Engagement>().ToList();
        StatedOption[] stated = [.. options.Select(option => option.Stated(documents.IndexOf(option.Comparison.Engagement.Document), vat.Rate, terms.Milestones is null ? plan : null))];
        var agreed = TermsOf(terms, options, vat, plan, language) with { Prices = PricesOf(engagement) };
        if (GivenAway(options, stated, agreed).ToList() is { Count: > 0 } given)
            throw new InvalidRequestException(given);
        return new()
        {
            Salt = version.Id,
            ModelVersion = ModelVersion,
            Number = proposal.Number,
            Version = version.Number,
            Changes = changes?.Number,
            ChangesDate = changesDate,
            Title = terms.Title ?? engagement.Name,
            Language = language,
            Issuer = Issuer.Of(issuer),
            Recipient = (terms.Recipient ?? new()) with { Company = terms.Recipient?.Company ?? client?.Name ?? documents[0].Client },
            TimeZone = client?.TimeZone ?? issuer.TimeZone,
            ValidUntil = terms.ValidUntil,
            ValidityDays = issuer.ValidityDays,
            Documents = [.. documents.Select(document => new RawJson(EngagementWriter.Write(document)))],
            Options = stated,
            Terms = agreed,
        };
    }

    // What the documents could only show as a sign for something missing.
    private static IEnumerable<Fault> Undrawable(JsonNode? node, string pointer) => node switch
    {
        JsonObject members => members.SelectMany(member => Undrawable(member.Value, $"{pointer}/{member.Key}")),
        JsonArray entries => entries.SelectMany((entry, i) => Undrawable(entry, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pointer}/{i}"))),
        JsonValue value when value.TryGetValue<string>(out var text) && DrawableText.Faults(text) is { Count: > 0 } faults =>
            [new(pointer, $"The documents cannot show {string.Join(", ", faults)}: they hold Latin, Greek and Cyrillic letters.")],
        _ => [],
    };

    /// <summary>What is offered where the terms name no options.</summary>
    private IReadOnlyList<OptionTerms> DefaultOptions(EngagementRecord engagement)
    {
        var offer = engagement.OfferOf(engagement.Compare(), actor);
        return [.. offer.Structures.Select(i => new OptionTerms { Structure = i, IsRecommended = i == offer.Recommended })];
    }

    private async Task<List<PricedOption>> PricedOptions(ProposalTerms terms, EngagementRecord engagement, List<Fault> faults, CancellationToken cancellationToken)
    {
        var stated = terms.Options ?? DefaultOptions(engagement);
        var documents = new Dictionary<(Guid? Scenario, int Structure, decimal? Discount, string? Reason), Comparison>();
        var bases = new Dictionary<Guid, (Engagement Document, string Name)>();
        var plain = (Document: engagement.Restore(), engagement.Name);
        var priced = new List<PricedOption>();
        for (var i = 0; i < stated.Count; i++)
        {
            var option = stated[i];
            if (option.ScenarioId is { } scenarioId && !bases.ContainsKey(scenarioId))
            {
                var scenario = await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(one => one.Id == scenarioId && one.EngagementId == engagement.Id && !one.IsArchived, cancellationToken);
                if (scenario is null)
                    faults.Add(new($"/options/{i}/scenarioId", "The engagement has no such scenario."));
                else
                    bases[scenarioId] = (EngagementReader.Restore(System.Text.Encoding.UTF8.GetBytes(scenario.ResolvedDocument)), scenario.Name);
            }

            var (document, scope) = option.ScenarioId is { } id && bases.TryGetValue(id, out var own) ? own : plain;
            if (option.Structure >= document.FeeStructures.Count)
            {
                faults.Add(new($"/options/{i}/structure", $"The document has {document.FeeStructures.Count} fee structures, counted from 0; there is none at {option.Structure}."));
                continue;
            }

            // Options without a discount of their own share one comparison.
            var key = (option.ScenarioId, option.Discount is null ? -1 : option.Structure, option.Discount, option.DiscountReason);
            if (!documents.TryGetValue(key, out var comparison))
                documents[key] = comparison = Compare(option.Discount is null ? document : Discounted(document, option));
            if (Offers.WhyClosed(comparison, option.Structure) is { } why)
                faults.Add(new($"/options/{i}/structure", Refusal(why)));
            else
                priced.Add(new(option, comparison, stated.Any(other => other.ScenarioId != option.ScenarioId) ? scope : null));
        }

        return faults.Count == 0 ? priced : throw new InvalidRequestException(faults);
    }

    // Split, extras and instalments are shares and sums of the agency's own choice: another choice tells another amount.
    private IEnumerable<Fault> GivenAway(List<PricedOption> options, StatedOption[] stated, AgreedTerms terms) => options.SelectMany((option, i) =>
    {
        var proposed = new ProposedOption(option.Comparison, option.Terms.Structure) { Split = stated[i].Split, Extras = stated[i].Extras, Milestones = stated[i].Milestones ?? terms.Milestones };
        return Offer.GivesAway(proposed) is { } found ? new[] { new Fault($"/options/{i}", Refusal(Offers.Words(found, option.Comparison.Currency))) } : [];
    });

    private string Refusal(string why) => actor.May(Right.ReadFigures) ? $"This may not go to a client: {why}. State another structure, split or payment plan." : Offers.Closed;

    private static Comparison Compare(Engagement document) => Comparison.Of(ResolvedEngagement.From(document));

    private static Engagement Discounted(Engagement document, OptionTerms option) => document with
    {
        FeeStructures = [.. document.FeeStructures.Select((structure, i) => i == option.Structure ? structure with { Discount = option.Discount!.Value, DiscountReason = option.DiscountReason } : structure)],
    };

    private VatTerms VatOf(ProposalTerms terms, Engagement document, VatParties parties, string language, List<Fault> faults)
    {
        var area = library.VatArea(time.Today());
        var ownRates = OwnRates(terms).ToList();
        var treatment = terms.Vat?.Treatment ?? (terms.Vat?.Rate is null && ownRates.Count == 0 ? parties.Usual(area) : VatTreatment.Domestic);
        faults.AddRange(parties.Faults(treatment, area));
        if (treatment != VatTreatment.Domestic)
            faults.AddRange(ownRates.Select(pointer => new Fault(pointer, "A rate of its own belongs to a domestic service; with the others the agency charges no tax.")));
        var rate = treatment == VatTreatment.Domestic ? terms.Vat?.Rate ?? document.Agency.VatRate : 0;
        return new(treatment, rate, library.VatNote(treatment, time.Today(), language));
    }

    // Lines that name a rate of their own.
    private static IEnumerable<string> OwnRates(ProposalTerms terms) => (terms.Options ?? []).SelectMany((option, i) =>
        (option.Split ?? []).Index().Where(line => line.Item.VatRate > 0).Select(line => $"/options/{i}/split/{line.Index}/vatRate")
            .Concat((option.Extras ?? []).Index().Where(extra => extra.Item.VatRate > 0).Select(extra => $"/options/{i}/extras/{extra.Index}/vatRate")));

    // Sources are kept as a sentence that starts with code and version and names the first day.
    private static PriceState PricesOf(EngagementRecord engagement)
    {
        var sources = JsonSerializer.Deserialize<Dictionary<string, string>>(engagement.Provenance, JsonSerializerOptions.Web)!;
        var hasBookPrices = sources.Keys.Any(pointer => pointer.EndsWith("/unitPrice", StringComparison.Ordinal));
        return RateCardSource().Match(sources.GetValueOrDefault("/rateCard/roles", "")) is { Success: true, Groups: var card }
            ? new(engagement.PricingDate, card["code"].Value, int.Parse(card["version"].Value, CultureInfo.InvariantCulture), DateOnly.Parse(card["from"].Value, CultureInfo.InvariantCulture), hasBookPrices)
            : new(engagement.PricingDate, null, null, null, hasBookPrices);
    }

    [GeneratedRegex(@"^(?<code>.+?), version (?<version>\d{1,9}): .*?, valid from (?<from>\d{4}-\d{2}-\d{2})")]
    private static partial Regex RateCardSource();

    private AgreedTerms TermsOf(ProposalTerms terms, List<PricedOption> options, VatTerms vat, UsualPlan plan, string language)
    {
        var followsOutcome = options.Any(option => Offer.FollowsOutcome(option.Comparison, option.Terms.Structure));
        var recommended = options.First(option => option.Terms.IsRecommended);
        var document = recommended.Comparison.Engagement.Document;
        var subject = new ClauseSubject(
            options.SelectMany(option => TypesOf(option.Structure)).ToHashSet(), vat.Treatment, document.Assets.Any(asset => asset.Generations.Count > 0), followsOutcome);
        return new()
        {
            Vat = vat,
            Situation = terms.Situation,
            Milestones = terms.Milestones is { } milestones
                ? [.. milestones.Select(one => new Milestone(one.Name, one.Due, one.ServiceShare, one.ThirdPartyShare, one.SuccessShare))]
                : plan.Of(recommended.Comparison, recommended.Terms.Structure),
            PaymentDays = terms.PaymentDays,
            Revisions = terms.Revisions is { } rounds ? new(rounds.IncludedRounds, rounds.FurtherRoundPrice) : document.Revisions is { } planned ? new(planned.IncludedRounds, null) : null,
            Rights = [.. (terms.Rights ?? []).Select(right => new UsageRight(right.Deliverable, right.Type, right.Territory, right.Term, right.Scope, right.Protection, right.RenewalPrice))],
            KpiAnnex = terms.KpiAnnex is { } annex ? new(annex.Window, annex.AuditRight, annex.DisputePath) : followsOutcome ? DefaultAnnex(language) : null,
            Ai = AiOf(terms.Ai ?? new(), document, language),
            Assumptions = terms.Assumptions ?? [],
            Exclusions = terms.Exclusions ?? [],
            ClientDuties = terms.ClientDuties ?? [],
            Clauses = library.Clauses(terms.Clauses, subject, time.Today(), language),
        };
    }

    private static IEnumerable<string> TypesOf(FeeStructure structure) =>
        structure is Combined combined ? combined.Parts.Select(part => part.Structure.Type).Append(structure.Type) : [structure.Type];

    private KpiAnnex DefaultAnnex(string language) => new(library.Text("kpiWindow", language), library.Text("kpiAuditRight", language), library.Text("kpiDisputePath", language));

    // Dated later: the same content must have the same hash on every day.
    private AiStatement AiOf(AiTerms ai, Engagement document, string language) => new(
        ai.Role, default, ai.PlannedPublication, library.Duties(ai.Role, language),
        ai.Deliverables is { } stated
            ? [.. stated.Select(one => new AiDeliverable(one.Name, one.Use, one.IsLabelled, one.VisibleLabel, one.HasCredentials, one.Reviewer, one.Protection))]
            : DefaultMarking(document, language),
        ai.TrainsOnClientData, library.Text("vendorStop", language));

    private List<AiDeliverable> DefaultMarking(Engagement document, string language)
    {
        // Managing and testing production without models leaves no work that could be marked or protected.
        var packages = document.WorkPackages.Where(package => package.Phase != Phase.Production || IsAssisted(package)).Select(package => IsAssisted(package)
            ? new AiDeliverable(package.Name, AiUseClass.Assistive, false, null, false, null, ProtectionClass.PartlyProtected)
            : new AiDeliverable(package.Name, AiUseClass.None, false, null, false, null, ProtectionClass.Protected));
        var assets = document.Assets.Where(asset => asset.Quantity > 0).Select(asset =>
        {
            var method = asset.Method ?? (asset.Generations.Count > 0 ? ProductionMethod.Ai : ProductionMethod.Classic);
            var reviewer = asset.Generations.Select(generation => generation.ReviewRole).OfType<string>().FirstOrDefault() is { } code
                ? document.RateCard.Roles.FirstOrDefault(role => role.Code == code)?.Title
                : null;
            var label = library.Text(LabelOf(asset), language);
            return method switch
            {
                ProductionMethod.Classic => new AiDeliverable(asset.Name, asset.Generations.Count > 0 ? AiUseClass.Assistive : AiUseClass.None, false, null, false, reviewer, ProtectionClass.Protected),
                ProductionMethod.Hybrid => new AiDeliverable(asset.Name, AiUseClass.PartlyGenerated, true, label, false, reviewer, ProtectionClass.PartlyProtected),
                _ => new AiDeliverable(asset.Name, AiUseClass.Generated, true, label, false, reviewer, ProtectionClass.NotProtected),
            };
        });
        return [.. packages.Concat(assets)];

        static bool IsAssisted(WorkPackage package) => package.Method is not (null or ProductionMethod.Classic);
    }

    // Where a mark can stand follows from what models are paid for.
    private static string LabelOf(Asset asset) => asset.Generations.Select(generation => generation.Unit).ToList() switch
    {
        { Count: > 0 } units when units.All(unit => unit.Contains("token", StringComparison.OrdinalIgnoreCase)) => "labelInText",
        { Count: > 0 } units when units.All(unit => unit is "minute" or "thousandCharacters") => "labelInSound",
        _ => "labelInPicture",
    };

    private sealed record PricedOption(OptionTerms Terms, Comparison Comparison, string? Scope)
    {
        public FeeStructure Structure => Comparison.Engagement.Document.FeeStructures[Terms.Structure];

        public StatedOption Stated(int document, decimal vatRate, UsualPlan? plan) => new(
            document, Terms.Structure, Terms.IsRecommended, Terms.Name, Scope,
            [.. (Terms.Split ?? []).Select(line => new PriceShare(line.Phase, line.Name, line.Share, line.Quantity, line.Unit, line.VatRate))],
            [
                .. (Terms.Extras ?? []).Select(extra => new Extra(
                    extra.Code, extra.Name, extra.Description, extra.Quantity, extra.Unit, extra.UnitPrice, new Money(extra.Quantity * extra.UnitPrice).ToMinorUnit(Comparison.Currency),
                    extra.VatRate ?? vatRate, extra.Group, extra.IsPreselected)),
            ],
            Costs is { Count: > 0 } costs ? costs : null, Terms.Reason, plan?.Of(Comparison, Terms.Structure));

        private Dictionary<string, decimal> Costs => (Terms.Extras ?? []).Where(extra => extra.UnitCost is not null).ToDictionary(extra => extra.Code, extra => extra.UnitCost!.Value, StringComparer.Ordinal);
    }
}
