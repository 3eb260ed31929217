using Pricing.Application.Outbox;

namespace Pricing.Application.Tests.Outbox;

public sealed class SlotsTests
{
    private readonly Slots slots = new();

    [Fact]
    public void An_endpoint_has_one_slot_until_it_answers_then_eight()
    {
        var endpoint = Guid.CreateVersion7();
        var before = slots.FreeFor(endpoint, 0);

        Answer(endpoint, true);

        Assert.Equal((1, 8), (before, slots.FreeFor(endpoint, 0)));
    }

    [Fact]
    public void All_endpoints_that_fail_share_half_of_the_slots_and_those_that_answer_come_first()
    {
        var well = Guid.CreateVersion7();
        Answer(well, true);
        var failing = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToList();
        failing.ForEach(endpoint => Answer(endpoint, false));

        foreach (var endpoint in failing.Where(endpoint => slots.FreeFor(endpoint, 0) > 0))
            slots.Take(endpoint);

        Assert.Equal(8, slots.FreeFor(well, 0));
        Assert.Equal(32, failing.Count(endpoint => slots.FreeFor(endpoint, 0) == 0 && IsRunning(endpoint)));
        Assert.Equal(well, slots.InOrder([.. failing, well])[0]);
    }

    private bool IsRunning(Guid endpoint)
    {
        try
        {
            slots.Give(endpoint, null);
            return true;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private void Answer(Guid endpoint, bool isAccepted)
    {
        slots.Take(endpoint);
        slots.Give(endpoint, isAccepted);
    }
}
