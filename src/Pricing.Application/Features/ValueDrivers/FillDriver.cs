using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using Pricing.Application.Persistence;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.ValueDrivers;

/// <summary>
/// Fills a driver of a stored engagement from a calculator's inputs, or adds one. The inputs are kept beside the document, so that the explanation of
/// every figure reaches down to them.
/// </summary>
public sealed record FillDriver : DriverTerms, IRequest<EngagementView>
{
    /// <summary>From the route, never from the body.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version the caller has read; null for whatever it is. From <c>If-Match</c>, never from the body.</summary>
    [JsonIgnore]
    public int? ReadVersion { get; init; }

    /// <summary>The calculator.</summary>
    /// <example>incrementalGrossProfit</example>
    public required CalculatorKind Kind { get; init; }

    /// <summary>Position of the driver to fill in <c>value.drivers</c>, counted from 0; leave out to add one. Its id stays; one without gets one.</summary>
    /// <example>0</example>
    public int? Position { get; init; }
}

internal sealed class FillDriverValidator : DriverTermsValidator<FillDriver>
{
    public FillDriverValidator() => RuleFor(request => request.Kind).IsInEnum().WithMessage("kind is one of the calculators' kinds.");
}

internal sealed class FillDriverHandler(PricingDb db, EngagementPricing pricing, TimeProvider time, Actor actor) : IRequestHandler<FillDriver, EngagementView>
{
    public async Task<EngagementView> Handle(FillDriver request, CancellationToken cancellationToken)
    {
        var engagement = await db.ForWork(request.Id, request.ReadVersion, cancellationToken);
        var before = EngagementMark.Of(engagement);
        var drivers = engagement.Compare().Engagement.Document.Value.Drivers;
        if (request.Position is { } position && (position < 0 || position >= drivers.Count))
            throw new InvalidRequestException([new("/position", $"The engagement has {drivers.Count} drivers, counted from 0; leave position out to add one.")]);

        var filled = request.Position is { } at ? drivers[at] : null;
        var (_, driver) = DriverCalculation.Of(request.Kind, request, filled);
        var id = filled?.Id ?? NewId(request.Kind, [.. drivers.Select(other => other.Id)]);
        var document = With(engagement.SentDocument, request.Position, id, driver);

        var clientName = await pricing.ClientName(engagement.ClientId, cancellationToken);
        engagement.Price(await pricing.Price(document, engagement.OfferTerms, engagement.PricingDate, cancellationToken), clientName);
        engagement.Explain(new(id, request.Kind, time.Today(), driver.FirstMonth, request.Inputs));
        var now = time.GetUtcNow();
        engagement.Touch(now);
        db.Events.AddRange(engagement.Revised(before, actor, now));
        await db.SaveChangesAsync(CancellationToken.None);
        return EngagementView.Of(engagement, actor);
    }

    private static string NewId(CalculatorKind kind, HashSet<string?> taken)
    {
        var name = EnumCode.Of(kind);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(i => i == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{i}"))
            .First(id => !taken.Contains(id));
    }

    private static RawJson With(string sent, int? position, string id, DriverEntry driver)
    {
        var document = JsonNode.Parse(sent)!.AsObject();
        var entries = document["value"]!["drivers"]!.AsArray();
        var entry = JsonSerializer.SerializeToNode(driver, JsonSerializerOptions.Web)!.AsObject();
        entry.Insert(0, "id", id);
        if (position is { } at)
            entries[at] = entry;
        else
            entries.Add(entry);
        return RawJson.Of(document);
    }
}
