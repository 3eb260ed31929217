using Pricing.Application.Features.Audit;

namespace Pricing.Application.Tests.Features.Audit;

public sealed class AuditAnchorsTests : IDisposable
{
    private static readonly Guid One = Guid.NewGuid(), Other = Guid.NewGuid();

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void The_furthest_head_is_known_whichever_node_wrote_it_down()
    {
        var (here, there) = (new AuditAnchors(file), new AuditAnchors(file));
        here.Add(One, new(7, "aa"), Now);

        Assert.Equal((7, 0), (here.LastOf(One), here.LastOf(Other)));
        there.Add(One, new(9, "bb"), Now);
        there.Add(Other, new(3, "cc"), Now);
        File.AppendAllText(file, $"{Now:O} {One} 12");   // a line that is still being written

        Assert.Equal((9, 3), (here.LastOf(One), here.LastOf(Other)));
        File.AppendAllText(file, "0 dd\n");
        Assert.Equal(120, here.LastOf(One));
        Assert.Equal([7, 9, 120], here.Of(One).Keys);
    }

    [Fact]
    public void A_file_that_was_put_in_its_place_is_read_from_its_beginning()
    {
        var anchors = new AuditAnchors(file);
        anchors.Add(One, new(7, "aa"), Now);
        anchors.Add(One, new(8, "bb"), Now);
        Assert.Equal(8, anchors.LastOf(One));

        File.WriteAllText(file, $"{Now:O} {Other} 4 cc\n");

        Assert.Equal((0, 4), (anchors.LastOf(One), anchors.LastOf(Other)));
    }

    public void Dispose() => File.Delete(file);
}
