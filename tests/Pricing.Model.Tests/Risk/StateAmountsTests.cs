using CsCheck;
using Pricing.Model.Quantities;
using Pricing.Model.Risk;

namespace Pricing.Model.Tests.Risk;

public sealed class StateAmountsTests
{
    private static readonly JointStates Even = new([new(0.8m, 0.5m), new(1.2m, 0.5m)], [new("bad", 0.5m, 0.5m, 0), new("good", 1.5m, 0.5m, 1)]);

    // Profits −20 (0.05), 0 (0.15), 30 (0.50), 60 (0.30); docs/formulas/risk.md.
    private static readonly JointStates Four = new(
        [new(1, 1)],
        [new("a", 1, 0.05m, 0), new("b", 1, 0.15m, 0), new("c", 1, 0.5m, 0), new("d", 1, 0.3m, 0)]);

    private static readonly StateAmounts Profits = Amounts(Four, -20, 0, 30, 60);

    [Fact]
    public void The_expectation_runs_over_all_joint_states()
    {
        var amounts = StateAmounts.Same(new(1)) + StateAmounts.PerCost(Even, state => new(100 * state.Factor)) + Amounts(Even, 0, 10);

        // 1 + 100 + 5; states 81, 91, 121, 131, deviations −25, −15, 15, 25.
        Assert.Equal(106, amounts.Expected(Even).Amount);
        Assert.Equal((625 + 225) / 2, amounts.Variance(Even).Value);
        Assert.Equal((81, 131), (amounts.Lowest.Amount, amounts.Highest.Amount));
    }

    [Theory]
    [InlineData("0.05", "-20")]
    [InlineData("0.10", "-10")]                        // (0.05 × −20 + 0.05 × 0) / 0.1: the second state is split
    [InlineData("0.001", "-20")]                       // a thin tail is the worst state
    [InlineData("0.000001", "-20")]
    [InlineData("0.4", "12.5")]                        // (−1 + 0 + 0.2 × 30) / 0.4
    [InlineData("1", "32")]                            // the whole is the mean
    public void The_mean_of_the_worst_cases_splits_the_last_state(string tail, string expected)
    {
        var cvar = Profits.Cvar(Four, Number.Of(tail));

        Assert.Equal(Number.Of(expected), cvar.Amount);
    }

    [Fact]
    public void Equal_amounts_share_the_tail()
    {
        var states = new JointStates([new(0.9m, 0.5m), new(1.1m, 0.5m)], Four.Outcome);
        var amounts = StateAmounts.PerCost(states, _ => Money.Zero) + Amounts(states, -20, -20, 30, 60);

        Assert.Equal(-20, amounts.Cvar(states, 0.2m).Amount);
        Assert.Equal(-20 * 0.8m + 30 * 0.2m, amounts.Cvar(states, 0.25m).Amount);
    }

    [Theory]
    [InlineData("-0.000000001", "0")]                  // dust of 1e-9 is no loss
    [InlineData("-0.0000000011", "0.05")]
    public void A_loss_of_dust_is_no_loss(string amount, string expected)
    {
        var amounts = Amounts(Four, Number.Of(amount), 0, 1, 2);

        Assert.Equal(Number.Of(expected), amounts.ProbabilityOfLoss(Four).Value);
    }

    [Fact]
    public void The_loss_probability_adds_the_joint_states_that_lose()
    {
        var amounts = StateAmounts.PerCost(Even, state => new(state.Factor > 1 ? -10 : 10)) + Amounts(Even, -10, 5);

        // 0, 15, −20, −5.
        Assert.Equal(0.5m, amounts.ProbabilityOfLoss(Even).Value);
    }

    [Fact]
    public void Probabilities_are_taken_as_given()
    {
        var states = new JointStates([new(1, 1 - 1e-9m)], [new("only", 1, 1, 0)]);

        Assert.Equal(100 - 1e-7m, StateAmounts.Same(new(100)).Expected(states).Amount);
        Assert.Equal(100 - 1e-7m, StateAmounts.Same(new(100)).Cvar(states, 1).Amount);
    }

    [Fact]
    public void A_sure_amount_has_no_variance()
    {
        Assert.Equal(0, StateAmounts.Same(new(123.45m)).Variance(Even).Value);
    }

    [Fact]
    public void An_amount_by_outcome_is_expected_over_the_cost_states()
    {
        var amounts = StateAmounts.PerCost(Even, state => new(100 * state.Factor)) + Amounts(Even, 0, 10);

        Assert.Equal([100, 110], (decimal[])[amounts.ExpectedIn(Even, 0).Amount, amounts.ExpectedIn(Even, 1).Amount]);
    }

    [Fact]
    public void Multiples_of_what_the_states_say_have_the_moments_of_the_amounts_written_out()
    {
        var states = new JointStates(
            [new(0.8m, 0.3m), new(1.1m, 0.4m), new(1.2m, 0.2m), new(0.8m, 0.0999999m)],
            [new("low", 0.4m, 0.25m, 0), new("plan", 1, 0.5m, 0.7m), new("high", 1.6m, 0.25m, 1.5m)]);
        var multiples = StateAmounts.TimesFactor(states, new(-900)) + StateAmounts.TimesMultiplier(states, new(700)) * 2 - StateAmounts.TimesPayout(states, new(50)) + new Money(100);
        var written = StateAmounts.PerCost(states, state => new(-900 * state.Factor)) + StateAmounts.PerOutcome(states, state => new(1400 * state.ValueMultiplier - 50 * state.Payout)) + new Money(100);

        Assert.Equal(written.Expected(states).Amount, multiples.Expected(states).Amount, 20);
        Assert.Equal(written.Variance(states).Value, multiples.Variance(states).Value, 18);
        Assert.Equal(written.ProbabilityOfLoss(states).Value, multiples.ProbabilityOfLoss(states).Value);
        Assert.Equal(written.Cvar(states, 0.2m).Amount, multiples.Cvar(states, 0.2m).Amount, 20);
        Assert.Equal((written.Lowest.Amount, written.Highest.Amount), (multiples.Lowest.Amount, multiples.Highest.Amount));
        Assert.Equal(written.ExpectedIn(states, 2).Amount, multiples.ExpectedIn(states, 2).Amount, 20);
    }

    [Theory]
    [InlineData(0, 1600, 400, 1600)]
    [InlineData(500, 1200, 500, 1200)]
    [InlineData(1700, 2000, 1700, 1700)]
    [InlineData(0, 300, 300, 300)]
    public void A_bound_cuts_in_the_states_that_pass_it(decimal least, decimal most, decimal lowest, decimal highest)
    {
        var states = new JointStates([new(1, 1)], [new("low", 0.4m, 0.25m, 0), new("plan", 1, 0.5m, 0), new("high", 1.6m, 0.25m, 0)]);
        var cut = StateAmounts.TimesMultiplier(states, new(1000)).AtLeast(new(least)).AtMost(new(most));

        Assert.Equal((lowest, highest), (cut.Lowest.Amount, cut.Highest.Amount));
    }

    [Fact]
    public void A_normal_profit_in_fine_states_has_the_figures_of_its_closed_form()
    {
        // Mean 30, standard deviation 20, in steps of a four-thousandth of it: the probability of a loss is Φ(−1.5), the mean of the worst
        // twentieth 30 − 20 φ(z) / 0.05.
        var places = Enumerable.Range(-30_000, 60_000).Select(step => (step + 0.5) / 4_000).ToList();
        var densities = places.ConvertAll(z => (decimal)Math.Exp(-z * z / 2));
        var whole = densities.Sum();
        var states = new JointStates([new(1, 1)], [.. densities.Select((density, i) => new OutcomeState($"{i}", 1, density / whole, 0))]);
        var profits = Amounts(states, [.. places.Select(z => 30 + 20 * (decimal)z)]);

        Assert.Equal(30, profits.Expected(states).Amount, 6);
        Assert.Equal(0.066807m, profits.ProbabilityOfLoss(states).Value, 6);
        Assert.Equal(-11.254256m, profits.Cvar(states, 0.05m).Amount, 6);
    }

    [Fact]
    public void The_mean_of_the_worst_cases_moves_with_the_profits_and_rises_with_the_tail_to_their_mean() =>
        Gen.Select(Gen.Int[-1_000, 1_000].Array[4], Gen.Int[1, 99], Gen.Int[1, 99], Gen.Int[-500, 500]).Sample((profits, one, other, more) =>
        {
            var amounts = Amounts(Four, [.. profits.Select(profit => (decimal)profit)]);
            var moved = amounts + StateAmounts.Same(new(more));
            var (thin, thick) = (Math.Min(one, other) / 100m, Math.Max(one, other) / 100m);

            Assert.Equal(amounts.Cvar(Four, thin).Amount + more, moved.Cvar(Four, thin).Amount, 20);
            Assert.True(amounts.Cvar(Four, thin).Amount <= amounts.Cvar(Four, thick).Amount + 1e-20m);
            Assert.True(amounts.Cvar(Four, thick).Amount <= amounts.Expected(Four).Amount + 1e-20m);
            Assert.Equal(amounts.Expected(Four).Amount, amounts.Cvar(Four, 1).Amount, 20);
        });

    private static StateAmounts Amounts(JointStates states, params decimal[] byOutcome)
    {
        var next = 0;
        return StateAmounts.PerOutcome(states, _ => new(byOutcome[next++]));
    }
}
