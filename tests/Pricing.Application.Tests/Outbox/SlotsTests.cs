using Pricing.Application.Outbox;

namespace Pricing.Application.Tests.Outbox;

public sealed class SlotsTests
{
    private readonly Slots slots = new();

    [Fact]
    public void An_endpoint_has_one_slot_until_it_answers_then_eight()
    {
        var endpoint = Guid.CreateVersion7();
        var before = slots.FreeFor(endpoint, []);

        Answer(endpoint, true);

        Assert.Equal((1, 8), (before, slots.FreeFor(endpoint, [])));
    }

    [Fact]
    public void All_endpoints_that_fail_share_a_quarter_of_the_slots_and_those_that_answer_come_first()
    {
        var (well, failing) = (Guid.CreateVersion7(), Endpoints(100));
        Answer(well, true);
        failing.ForEach(endpoint => Answer(endpoint, false));

        Assert.Equal(32, Chosen(failing).Count);
        Assert.Equal(8, slots.FreeFor(well, Chosen(failing)));
        Assert.Equal(well, slots.InOrder([.. failing, well])[0]);
    }

    [Fact]
    public void Endpoints_that_have_not_answered_yet_leave_a_quarter_of_the_slots_to_those_that_have()
    {
        var well = Endpoints(10);
        well.ForEach(endpoint => Answer(endpoint, true));

        Chosen(Endpoints(200)).ForEach(slots.Take);

        Assert.Equal(32, Chosen(well).Count);
        Assert.Empty(Chosen(Endpoints(1)));
    }

    // What one pass chooses.
    private List<Guid> Chosen(List<Guid> endpoints)
    {
        var chosen = new List<Guid>();
        foreach (var endpoint in endpoints)
            chosen.AddRange(Enumerable.Repeat(endpoint, slots.FreeFor(endpoint, chosen)));
        return chosen;
    }

    private static List<Guid> Endpoints(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private void Answer(Guid endpoint, bool isAccepted)
    {
        slots.Take(endpoint);
        slots.Give(endpoint, isAccepted);
    }
}
