using Pricing.Model.Costs;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;
using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Costs;

public sealed class CostModelTests
{
    [Fact]
    public void Labour_is_expected_hours_at_loaded_rates_and_the_rest_as_it_comes()
    {
        var engagement = SmallEngagement.Of();

        var cost = CostOf(engagement);

        Assert.Equal(
            [9_900, 6_600, 9_000, 13_200, 1_000, 5_000, 100, 16_000, 100, 110],
            (decimal[])[
                cost.Labour.Amount, cost.DirectLabour.Amount, cost.PlannedLabour.Amount, cost.CardValue.Amount, cost.Ai.Amount,
                cost.ThirdParty.Amount, cost.ArtistSocialLevy.Amount, cost.Total.Amount, cost.PlannedHours.Value, cost.ExpectedHours.Value]);
    }

    [Fact]
    public void An_employee_may_have_an_own_on_cost_rate()
    {
        var engagement = SmallEngagement.Of() with { RateCard = new(0, 1, [new Employee("ED", "Editor", 120, 40_000, 0.8m, OnCostRate: 0.1m)]) };

        var cost = CostOf(engagement);

        // 40,000 × 1.1 / 800 = 55 direct, 82.50 loaded, 110 hours.
        Assert.Equal(6_050, cost.DirectLabour.Amount);
        Assert.Equal(9_075, cost.Labour.Amount);
    }

    [Fact]
    public void An_artistic_freelancer_by_the_hour_carries_the_levy_in_labour_and_not_in_the_levy_line()
    {
        var engagement = SmallEngagement.Of() with { WorkPackages = [SmallEngagement.Package("Draw", Phase.Ideation, ("FR", 10))], Costs = [] };

        var cost = CostOf(engagement);

        // 11 h × 40 × 1.05, no overhead.
        Assert.Equal(462, cost.Labour.Amount);
        Assert.Equal(462, cost.DirectLabour.Amount);
        Assert.Equal(0, cost.ArtistSocialLevy.Amount);
        Assert.Equal(0, cost.ThirdParty.Amount);
    }

    [Fact]
    public void A_freelancer_who_is_no_artist_costs_what_an_hour_costs()
    {
        var engagement = SmallEngagement.Of() with
        {
            RateCard = new(0, 1, [new Freelancer("FR", "Coder", 80, 40, Artistic: false)]),
            WorkPackages = [SmallEngagement.Package("Code", Phase.Ideation, ("FR", 10))],
        };

        var cost = CostOf(engagement);

        Assert.Equal(440, cost.Labour.Amount);
    }

    [Fact]
    public void Attempts_are_accepted_pieces_over_the_acceptance_probability_and_each_costs_compute()
    {
        var engagement = WithAsset(Spot with { Generations = [Clip] });

        var cost = CostOf(engagement);

        // 3 assets × 4 / 0.2 = 20 attempts × 5 s × 0.12 USD × 0.9.
        Assert.Equal(32.4m, Line(cost, "Spot: video").Amount.Amount);
    }

    [Fact]
    public void Review_hours_of_a_role_that_the_asset_plans_are_merged_into_its_line()
    {
        var engagement = WithAsset(Spot with { HoursPerAsset = [new("ED", 2)], Generations = [Reviewed("ED", 3)] });

        var cost = CostOf(engagement);

        // 3 × 2 h + 3 × 20 × 3 min / 60 = 9 h, PERT 1.
        var line = Assert.Single(cost.Lines, line => line.Kind == CostLineKind.Labour);
        Assert.Equal(9, line.PlannedHours!.Value.Value);
        Assert.Equal(810, line.Amount.Amount);
    }

    [Fact]
    public void Review_hours_of_another_role_stand_behind_the_planned_ones()
    {
        var engagement = WithAsset(Spot with { HoursPerAsset = [new("ED", 2)], Generations = [Reviewed("FR", 3), Reviewed("FR", 6)] });

        var cost = CostOf(engagement);

        var labour = cost.Lines.Where(line => line.Kind == CostLineKind.Labour).Select(line => (line.Role, line.PlannedHours!.Value.Value));
        Assert.Equal([("ED", 6m), ("FR", 9m)], labour);
    }

    [Fact]
    public void Review_hours_take_the_profile_of_their_asset()
    {
        var engagement = WithAsset(Spot with { EffortProfile = "std", Generations = [Reviewed("ED", 3)] });

        var cost = CostOf(engagement);

        Assert.Equal(3.3m, Assert.Single(cost.Lines, line => line.Kind == CostLineKind.Labour).ExpectedHours!.Value.Value);
    }

    [Fact]
    public void Costs_per_asset_are_multiplied_and_converted()
    {
        var engagement = WithAsset(Spot with
        {
            CostsPerAsset =
            [
                new() { Name = "Label", Kind = CostKind.Ai, Amount = 1.5m },
                new() { Name = "Voice", Kind = CostKind.ArtisticThirdParty, Amount = 100, Currency = "USD" },
            ],
        });

        var cost = CostOf(engagement);

        Assert.Equal(4.5m, cost.Ai.Amount);
        Assert.Equal(270, cost.ThirdParty.Amount);
        Assert.Equal(13.5m, cost.ArtistSocialLevy.Amount);
    }

    [Fact]
    public void Rounds_beyond_the_included_ones_are_expected_but_not_planned()
    {
        // q = 0.35 + 0.8 × (0.75 − 0.35) = 0.67; 0.67³ / 0.33 = 0.300763 / 0.33.
        var engagement = SmallEngagement.Of() with { WorkPackages = [], Costs = [], Revisions = new(Phase.Production, 2, 0.8m, 0.35m, 0.75m, [new("ED", 33)], 330) };

        var cost = CostOf(engagement);

        Assert.Equal(0, cost.PlannedHours.Value);
        Assert.Equal(30.0763m, cost.ExpectedHours.Value, 20);
        Assert.Equal(300.763m, cost.ThirdParty.Amount, 20);
        Assert.Equal(300.763m, cost.Work.ThirdPartyRisk.Amount, 20);
        Assert.Equal(0, cost.PlannedLabour.Amount);
        Assert.Equal(2_706.867m, cost.Labour.Amount, 20);
    }

    [Fact]
    public void Without_included_rounds_every_round_is_excess()
    {
        var engagement = SmallEngagement.Of() with { WorkPackages = [], Costs = [], Revisions = new(Phase.Production, 0, 0, 0.5m, 0.5m, [], 100) };

        var cost = CostOf(engagement);

        // 0.5 / 0.5 = 1 round.
        Assert.Equal(100, cost.ThirdParty.Amount);
    }

    [Fact]
    public void Lines_stand_in_document_order_with_the_levy_last()
    {
        var engagement = WithAsset(Spot with
        {
            HoursPerAsset = [new("ED", 0)],
            Generations = [Reviewed("FR", 1)],
            CostsPerAsset = [new() { Name = "Label", Kind = CostKind.Ai, Amount = 0 }],
        }) with
        {
            WorkPackages = [SmallEngagement.Package("Edit", Phase.Ideation, ("FR", 0), ("ED", 1))],
            Costs = [new() { Name = "Studio", Kind = CostKind.OtherThirdParty, Amount = 1 }],
            Revisions = new(Phase.Strategy, 1, 0, 0, 0, [new("ED", 1)], 1),
        };

        var lines = CostOf(engagement).Lines.Select(line => $"{line.Name}/{line.Role ?? line.Kind.ToString()}");

        Assert.Equal(
            [
                "Edit/FR", "Edit/ED", "Spot/ED", "Spot/FR", "Spot: video/Ai", "Spot: Label/Ai", "Studio/OtherThirdParty", "revisions/ED",
                "revisions/OtherThirdParty", "artist social levy/ArtistSocialLevy",
            ],
            lines);
    }

    [Fact]
    public void The_levy_line_stands_even_where_nothing_is_due()
    {
        var cost = CostOf(SmallEngagement.FeesOnly());

        var line = Assert.Single(cost.Lines);
        Assert.Equal((CostLineKind.ArtistSocialLevy, 0m), (line.Kind, line.Amount.Amount));
        Assert.Empty(cost.ByPhase);
        Assert.Empty(cost.ByRole);
    }

    [Fact]
    public void Costs_without_phase_have_a_row_of_their_own_at_the_end_so_that_the_rows_add_up()
    {
        var engagement = SmallEngagement.Of();
        engagement = engagement with { Costs = [new() { Name = "Insurance", Kind = CostKind.OtherThirdParty, Amount = 7 }, .. engagement.Costs] };

        var cost = CostOf(engagement);

        Assert.Equal([Phase.Ideation, Phase.Production, null], cost.ByPhase.Select(row => row.Phase));
        Assert.Equal([9_900, 6_100, 7], cost.ByPhase.Select(row => row.Total.Amount));
        Assert.Equal(16_007, cost.Total.Amount);
    }

    [Fact]
    public void Roles_stand_in_the_order_of_the_rate_card()
    {
        var engagement = SmallEngagement.Of() with { WorkPackages = [SmallEngagement.Package("Both", Phase.Strategy, ("FR", 10), ("ED", 10)), SmallEngagement.Package("More", Phase.Ideation, ("FR", 10))] };

        var rows = CostOf(engagement).ByRole;

        Assert.Equal(["ED", "FR"], rows.Select(row => row.Role));
        Assert.Equal([990, 924], rows.Select(row => row.Labour.Amount));
        Assert.Equal([1_320, 1_760], rows.Select(row => row.CardValue.Amount));
    }

    [Fact]
    public void A_total_is_the_rounding_of_the_unrounded_sum()
    {
        var engagement = SmallEngagement.FeesOnly() with
        {
            Costs = [new() { Name = "One", Kind = CostKind.Ai, Amount = 1.144m }, new() { Name = "Two", Kind = CostKind.Ai, Amount = 2.144m }],
        };

        var cost = CostOf(engagement);

        // 1.14 and 2.14 are printed, and 3.29.
        Assert.Equal([1.14m, 2.14m, 0], cost.Lines.Select(line => line.Amount.ToMinorUnit(Currency.Of("EUR"))));
        Assert.Equal(3.29m, cost.Ai.ToMinorUnit(Currency.Of("EUR")));
    }

    [Fact]
    public void A_tiny_unit_price_is_not_rounded_away()
    {
        var clip = Clip with { AcceptedPerAsset = 2, SizePerAttempt = 0.0002m, UnitPrice = 0.15m, AcceptanceProbability = 1 };
        var engagement = WithAsset(Spot with { Quantity = 100_000, Generations = [clip] });

        var cost = CostOf(engagement);

        // 100,000 × 2 × 0.0002 × 0.15 USD × 0.9.
        Assert.Equal(5.4m, cost.Ai.Amount);
    }

    private static Generation Clip => new()
    {
        Model = "video",
        AcceptedPerAsset = 4,
        SizePerAttempt = 5,
        Unit = "second",
        UnitPrice = 0.12m,
        Currency = "USD",
        AcceptanceProbability = 0.2m,
    };

    private static Asset Spot => new() { Name = "Spot", Phase = Phase.Production, Quantity = 3, EffortProfile = "sure" };

    private static Generation Reviewed(string role, decimal minutes) => Clip with { ReviewRole = role, ReviewMinutesPerAttempt = minutes };

    private static Engagement WithAsset(Asset asset) => SmallEngagement.Of() with
    {
        ExchangeRates = [new("USD", 0.9m, new(2026, 1, 2))],
        WorkPackages = [],
        Assets = [asset],
        Costs = [],
    };

    private static CostModel CostOf(Engagement engagement) => CostModel.Of(ResolvedEngagement.From(engagement));

    private static CostLine Line(CostModel cost, string name) => cost.Lines.Single(line => line.Name == name);
}
