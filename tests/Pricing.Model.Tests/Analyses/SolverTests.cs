using Pricing.Model.Analyses;

namespace Pricing.Model.Tests.Analyses;

public sealed class SolverTests
{
    [Fact]
    public void Finds_every_place_between_two_grid_points_where_the_figure_crosses_the_target()
    {
        // (x - 0.333)(x - 2.777)
        var places = Solver.Solve(x => (x - 0.333m) * (x - 2.777m), 0, -1, 4);

        Assert.Equal([0.333m, 2.777m], places.Select(place => decimal.Round(place, 8)));
    }

    [Fact]
    public void A_grid_point_at_the_target_is_a_place_and_its_neighbours_hide_none()
    {
        Assert.Equal([0.5m], Solver.Solve(x => x - 0.5m, 0, 0, 1));
        Assert.Equal([0m, 1], Solver.Solve(x => x * (1 - x), 0, 0, 1));
    }

    [Fact]
    public void A_figure_that_stays_at_the_target_has_every_grid_point()
    {
        Assert.Equal(101, Solver.Solve(_ => 7.0000000005m, 7, 0, 1).Count);
    }

    [Fact]
    public void A_figure_that_only_touches_the_target_between_grid_points_has_no_place()
    {
        Assert.Empty(Solver.Solve(x => (x - 0.505m) * (x - 0.505m), 0, 0, 1));
    }

    [Fact]
    public void Where_there_is_no_figure_on_the_way_the_interval_gives_none()
    {
        Assert.Empty(Solver.Solve(x => x is > 0.501m and < 0.509m ? null : x - 0.505m, 0, 0, 1));
        Assert.Empty(Solver.Solve(x => x > 0.5m ? null : x - 0.505m, 0, 0, 1));
    }

    [Fact]
    public void A_jump_over_the_target_is_a_place()
    {
        var place = Assert.Single(Solver.Solve(x => x < 0.123m ? -1 : 1, 0, 0, 1));

        Assert.InRange(place, 0.123m - 1e-12m, 0.123m + 1e-12m);
    }

    [Fact]
    public void A_stretch_at_the_target_between_grid_points_is_told_by_its_lower_end()
    {
        // -1 up to 0.502, 0 up to 0.508, 1 beyond.
        var place = Assert.Single(Solver.Solve(x => x < 0.502m ? -1 : x < 0.508m ? 0 : 1, 0, 0, 1));

        Assert.InRange(place, 0.502m - 1e-12m, 0.502m + 1e-12m);
    }

    [Theory]
    [InlineData(-1_000_000_000_000)]
    [InlineData(0)]
    public void Large_places_are_found_to_twelve_digits(long from)
    {
        var place = Assert.Single(Solver.Solve(x => x - 314_159_265_358.9793m, 0, from, 1_000_000_000_000));

        Assert.InRange(place, 314_159_265_358.97m - 1, 314_159_265_358.98m + 1);
    }
}

public sealed class RealPowerTests
{
    [Theory]
    [InlineData("2", "0.5", "1.4142135623730950488016887242")]
    [InlineData("10", "-3.5", "0.0003162277660168379331998894")]
    [InlineData("0.25", "0.75", "0.3535533905932737622004221811")]
    [InlineData("1000000", "1.5", "1000000000")]
    [InlineData("0.000001", "0.5", "0.001")]
    [InlineData("7", "0", "1")]
    [InlineData("0", "0", "1")]
    [InlineData("0", "0.3", "0")]
    [InlineData("1.1", "10", "2.5937424601")]
    [InlineData("0.5", "1000000", "0")]
    [InlineData("2", "-1000000000", "0")]
    public void Is_right_to_24_digits(string value, string exponent, string power)
    {
        var expected = Number.Of(power);

        var actual = RealPower.Of(Number.Of(value), Number.Of(exponent));

        Assert.InRange(actual - expected, -1e-24m * Math.Max(1, expected), 1e-24m * Math.Max(1, expected));
    }

    [Fact]
    public void Logarithm_and_exponential_undo_each_other()
    {
        Assert.All([1e-9m, 0.75m, 1, 1.5m, 2.718281828m, 1e12m], value => Assert.InRange(RealPower.Exp(RealPower.Ln(value)) / value, 1 - 1e-15m, 1 + 1e-15m));
        Assert.Equal(2.3025850929940456840179914547m, RealPower.Ln(10), 26);
    }

    [Fact]
    public void What_no_decimal_holds_is_an_overflow()
    {
        Assert.Throws<OverflowException>(() => RealPower.Of(10, 29.5m));
        Assert.Throws<OverflowException>(() => RealPower.Exp(1_000_000));
    }
}
