using Pricing.Model.Quantities;

namespace Pricing.Model.Tests.Quantities;

public sealed class FigureTests
{
    [Fact]
    public void A_product_of_tiny_and_huge_factors_loses_no_digit()
    {
        var product = Figure.Product(1e-9m, 1e-9m, 1e-9m, 1e-9m, 1e12m, 1e12m, 1e12m);

        // In the order given, 1e-36 would already be nothing.
        Assert.Equal(1, product.Value);
    }

    [Fact]
    public void A_figure_of_inputs_carries_its_calculation()
    {
        var hours = Derivation.Input(3, "hours", "/workPackages/0/hours/ED");

        var cost = (hours * 90).Named("labour");

        Assert.Equal(("labour", "×", 270m), (cost.Origin!.Name, cost.Origin.Operation, cost.Value));
        Assert.Equal("/workPackages/0/hours/ED", cost.Origin.Parts[0].Pointer);
    }

    [Fact]
    public void A_figure_of_constants_carries_nothing()
    {
        Figure two = 2;

        Assert.Null((two * 3 + 4).Named("ten").Origin);
    }

    [Fact]
    public void A_second_name_stands_above_the_first()
    {
        var figure = (Derivation.Input(3, "hours", "/h") * 2).Named("labour, ideation").Named("labour L");

        Assert.Equal("labour L", figure.Origin!.Name);
        Assert.Equal("labour, ideation", Assert.Single(figure.Origin.Parts).Name);
    }
}
