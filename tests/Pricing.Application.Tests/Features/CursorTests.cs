using System.Globalization;
using Pricing.Application.Features;
using Pricing.Application.Features.Clients;

namespace Pricing.Application.Tests.Features;

public sealed class CursorTests
{
    private static readonly Cursor Place = new(new("0199a1b2-0000-7000-8000-000000000001"), new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), "Ä");

    private static readonly ListClients Question = new("brand", null, null, null) { UpdatedSince = new(2026, 11, 25, 12, 0, 0, 123, TimeSpan.FromHours(1)) };

    [Fact]
    public void A_node_reads_the_cursor_of_another_whatever_their_cultures()
    {
        var seal = new ProcessCursorSeal();
        var written = In("de-DE", () => Place.Write(seal, Question));

        Assert.Equal(Place, In("ar-SA", () => Cursor.Read(seal, Question with { After = written, Limit = 7 })));
    }

    [Fact]
    public void A_cursor_belongs_to_its_list_and_to_each_filter_to_the_fraction_of_a_second()
    {
        var seal = new ProcessCursorSeal();
        var written = Place.Write(seal, Question);

        Assert.Null(Cursor.Read(seal, Question with { After = written, Search = "brands" }));
        Assert.Null(Cursor.Read(seal, Question with { After = written, UpdatedSince = Question.UpdatedSince!.Value.AddMilliseconds(1) }));
    }

    private static T In<T>(string culture, Func<T> act)
    {
        var own = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }
}
