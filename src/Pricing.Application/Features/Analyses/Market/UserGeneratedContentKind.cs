using Pricing.Application.Contract;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses.Market;

/// <summary>What pieces that customers generate cost and bring.</summary>
internal sealed class UserGeneratedContentKind() : AnalysisKind<UserGeneratedContentParameters, UserGeneratedContent>("user-generated-content")
{
    private const int MostPieces = 10_000_000, UsualReach = 10;

    protected override UserGeneratedContentParameters Read(ObjectReader parameters, AnalysisSubject subject)
    {
        var context = new ReferenceReading(subject).Context;
        var published = parameters.Whole("published", 1, MostPieces);
        var most = parameters.OptionalWhole("maximumPublished", 1, MostPieces);
        parameters.CheckOrder("published", published.IsRead ? published.Value : null, "maximumPublished", most);
        return new()
        {
            Published = published,
            AcceptanceProbability = parameters.Number("acceptanceProbability", Allowed.PositiveShare),
            UnitPrice = parameters.Number("unitPrice", Allowed.Amount),
            Currency = context.ReadCurrency(parameters),
            SizePerGeneration = parameters.OptionalNumber("sizePerGeneration", Allowed.Amount) ?? 1,
            ModerationShare = parameters.Number("moderationShare", Allowed.Share),
            ModerationMinutes = parameters.Number("moderationMinutes", Allowed.Amount),
            ModeratorRole = ReadRole(parameters, context),
            EffortProfile = parameters.Has("effortProfile") ? context.ReadProfile(parameters) : null,
            CostPerPublished = Amount(parameters.OptionalNumber("costPerPublished", Allowed.Amount)),
            SetUpCost = Amount(parameters.OptionalNumber("setUpCost", Allowed.Amount)),
            ValuePerPiece = Amount(parameters.Number("valuePerPiece", Allowed.Amount)),
            HalfLifeMonths = parameters.Number("halfLifeMonths", Allowed.Positive),
            Months = parameters.Whole("months", 1, Limits.Term),
            Elasticity = parameters.OptionalNumber("elasticity", Allowed.PositiveShare) ?? 1,
            MaximumPublished = most ?? (int)Math.Min((long)UsualReach * published, MostPieces),
        };
    }

    protected override UserGeneratedContent Answer(AnalysisSubject subject, UserGeneratedContentParameters parameters, RunControl run) =>
        UserGeneratedContentAnalysis.Of(subject.Comparison, parameters);

    protected override void Write(AnswerPen pen, AnalysisSubject subject, UserGeneratedContent result)
    {
        pen.Number("generations", result.Generations);
        pen.Number("moderatedGenerations", result.ModeratedGenerations);
        pen.Number("moderationHours", result.ModerationHours.Figure);
        pen.Object("cost", () =>
        {
            pen.Money("compute", result.Cost.Compute);
            pen.Money("moderation", result.Cost.Moderation);
            pen.Money("other", result.Cost.Other);
            pen.Money("setUp", result.Cost.SetUp);
            pen.Money("total", result.Cost.Total);
        });
        pen.Money("costPerPublished", result.CostPerPublished);
        pen.Money("marginalCost", result.MarginalCost);
        pen.Number("monthlyRetention", result.MonthlyRetention);
        pen.Number("annuityFactor", result.AnnuityFactor);
        pen.Money("value", result.Value);
        pen.Money("net", result.Net);
        pen.Amounts("valueByMonth", result.ValueByMonth.Select(value => value.Amount));
        pen.Whole("bestVolume", result.BestVolume);
        pen.Money("bestNet", result.BestNet);
    }

    protected override Chart ChartOf(AnalysisSubject subject, UserGeneratedContent result) =>
        new UserGeneratedContentChart(result, ChartSubject.Of(subject.Comparison));

    private static string ReadRole(ObjectReader parameters, DocumentContext context)
    {
        var role = parameters.Text("moderatorRole");
        if (role.IsRead && !context.Roles.Holds(role))
            parameters.Fault("moderatorRole", DocumentContext.NoSuchRole(role));
        return role;
    }

    private static Money Amount(decimal? amount) => new(amount ?? 0);
}
